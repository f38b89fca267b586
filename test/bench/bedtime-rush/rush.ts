import { beginningWeights, EVENING } from "./evening.ts";
import type { Zone } from "./zones.ts";

const DAY_SECONDS = 86_400;

export interface Rush {
  readonly region: string;
  /** UTC, hh:mm. */
  readonly at: string;
  /** Evenings that begin in the busiest second. */
  readonly beginPerSecond: number;
  /** Requests in the busiest second, of all kinds and of those that objects answer. */
  readonly requestsPerSecond: number;
  readonly objectRequestsPerSecond: number;
}

/** The busiest second of each region, and of all together (`everywhere`), for so many people in such places. */
export function rushes(zones: readonly Zone[], people: number): readonly Rush[] {
  const weights = beginningWeights();
  const all = zones.reduce((sum, zone) => sum + zone.people, 0);
  const beginnings = new Map<string, Float64Array>([["everywhere", new Float64Array(DAY_SECONDS)]]);
  for (const { region, utcOffsetHours, people: share } of zones) {
    const own = beginnings.get(region) ?? new Float64Array(DAY_SECONDS);
    beginnings.set(region, own);
    for (const into of [own, beginnings.get("everywhere") ?? own]) {
      for (let second = 0; second < DAY_SECONDS; second++) {
        const local = modulo(second + utcOffsetHours * 3600, DAY_SECONDS);
        into[second] = (into[second] ?? 0) + ((weights[local] ?? 0) * people * share) / all;
      }
    }
  }
  return [...beginnings].map(([region, begin]) => busiest(region, begin));
}

function busiest(region: string, begin: Float64Array): Rush {
  const asked = (object: boolean) => EVENING.filter((each) => !object || each.object);
  const rate = (second: number, requests: typeof EVENING) =>
    requests.reduce((sum, { atSeconds }) => sum + (begin[modulo(second - atSeconds, DAY_SECONDS)] ?? 0), 0);
  let at = 0;
  let most = 0;
  for (let second = 0; second < DAY_SECONDS; second++) {
    const requests = rate(second, asked(false));
    if (requests > most) [at, most] = [second, requests];
  }
  return {
    region,
    at: `${String(Math.floor(at / 3600)).padStart(2, "0")}:${String(Math.floor((at % 3600) / 60)).padStart(2, "0")}`,
    beginPerSecond: begin[at] ?? 0,
    requestsPerSecond: atWorst(most),
    objectRequestsPerSecond: atWorst(rate(at, asked(true))),
  };
}

/** People do not begin evenly: of some 5000 such seconds the worst has four standard deviations of Poisson's more. */
function atWorst(mean: number): number {
  return mean + 4 * Math.sqrt(mean);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
