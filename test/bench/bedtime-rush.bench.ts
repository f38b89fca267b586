import type { Bench } from "../../src/cli/bench/bench.ts";
import { objectLoad } from "./bedtime-rush/evening.ts";
import { rushes } from "./bedtime-rush/rush.ts";
import { ONE_CLOCK, WORLD, type Zone } from "./bedtime-rush/zones.ts";

const SIZES = [1000, 1_000_000, 100_000_000];
/** Cloudflare's soft limit for one object (developers.cloudflare.com, Durable Objects, limits). */
const OBJECT_PER_SECOND = 1000;
/** Raw workerd lets go of an object after so long, and holds so many (src/cli/serve/capacity.ts). */
const SLEEPS_AFTER_SECONDS = 10;
const LIVE_OBJECTS = 2000;

/** Everyone goes to bed between 22:00 and 23:30 by the clock on their own wall. */
export const bench: Bench = {
  about: "a simulation of a bedtime rush: the peak rate per object and per region",
  async run() {
    const places: readonly (readonly [string, readonly Zone[]])[] = [
      ["the world", WORLD],
      ["one clock", ONE_CLOCK],
    ];
    const rows = places.flatMap(([place, zones]) =>
      SIZES.flatMap((people) =>
        rushes(zones, people)
          .filter(({ region }) => zones.length > 1 || region !== "everywhere")
          .sort((a, b) => b.requestsPerSecond - a.requestsPerSecond)
          .map((rush) => ({
            "people, and where": `${people.toLocaleString("en")}, ${place === rush.region ? place : `${place}: ${rush.region}`}`,
            "busiest at, UTC": rush.at,
            "evenings begun /s": rush.beginPerSecond,
            "requests /s": rush.requestsPerSecond,
            "of objects /s": rush.objectRequestsPerSecond,
          })),
      ),
    );
    const { perSecond, awakeSeconds } = objectLoad(SLEEPS_AFTER_SECONDS);
    const [oneMillion] = rushes(ONE_CLOCK, 1_000_000);
    const perPerson = (oneMillion?.beginPerSecond ?? 0) / 1_000_000;
    const held = LIVE_OBJECTS / awakeSeconds / perPerson;
    return {
      method: `Expected rates by second, the busiest with four standard deviations on top. One person's object is asked at most ${perSecond} times in a second and is awake for ${awakeSeconds} s of an evening; so one machine that holds ${LIVE_OBJECTS} at a time serves ${Math.floor(held / 1000)} thousand people of one clock.`,
      rows,
      bounds: [
        {
          bound: `one object: ${perSecond} requests in its busiest second, far from ${OBJECT_PER_SECOND}`,
          holds: perSecond < OBJECT_PER_SECOND / 10,
        },
      ],
    };
  },
};
