import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, median } from "../../src/cli/bench/bench.ts";
import { contentOrFail } from "../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../src/cli/root.ts";
import { buildApp } from "../../src/cli/serve/build-app.ts";
import { serveWorkerd } from "../../src/cli/serve/workerd.ts";
import { Writer } from "./worker-faults/writer.ts";

/** A shorter run while working: LUWTE_FAULTS_KILLS=20 npm run bench -- worker-faults */
const KILLS = Number(process.env["LUWTE_FAULTS_KILLS"] ?? 200);
/** People who write, read and make profiles all the time. */
const PEOPLE = 8;
/** Killed at any moment within this time of the first acknowledged write. */
const LONGEST_MS = 150;
/** However slow the machine is, it ends. */
const AT_MOST_MS = 20 * 60_000;

const ENVIRONMENT = { LUWTE_PROFILES_PER_HOUR: "0", LUWTE_WRITES_PER_MINUTE: "0" };

export const bench: Bench = {
  about: "kill -9 of workerd in the middle of writes and reads: whether what was acknowledged is there again",
  async run() {
    await contentOrFail(ROOT);
    await buildApp(ROOT);
    const stateFolder = await mkdtemp(join(tmpdir(), "luwte-faults-"));
    const deadline = Date.now() + AT_MOST_MS;
    const people = Array.from({ length: PEOPLE }, (_, index) => new Writer(index));
    const startsMs: number[] = [];
    const lost: string[] = [];
    let kills = 0;
    try {
      for (; kills <= KILLS && Date.now() < deadline; kills++) {
        const began = performance.now();
        const options = { root: ROOT, host: "127.0.0.1", port: 0, stateFolder, environment: ENVIRONMENT };
        const served = await serveWorkerd(options);
        try {
          for (const person of people) lost.push(...(await person.check(served.address)));
          startsMs.push(performance.now() - began);
          // The last time nothing is killed: it is only looked at.
          if (kills === KILLS) break;
          const busy = people.map((person) => person.goOn(served.address));
          const { writes } = total(people);
          while (total(people).writes === writes && Date.now() < deadline) await pause(1);
          await pause(Math.random() * LONGEST_MS);
          process.kill(served.processId, "SIGKILL");
          await Promise.all([...busy, served.ended]);
        } finally {
          await served.stop();
        }
      }
    } finally {
      await rm(stateFolder, { recursive: true, force: true });
    }
    const { writes, reads, profiles, cutOff, foundAnyway } = total(people);
    for (const each of lost) console.error(each);
    return {
      method: `${PEOPLE} people write, read and make profiles without a pause until workerd is killed, within ${LONGEST_MS} ms of the first write; then it is started again on the same state and asked for everything it had acknowledged.`,
      rows: [
        { what: "kills", number: kills },
        { what: "writes acknowledged", number: writes },
        { what: "reads", number: reads },
        { what: "profiles made", number: profiles },
        { what: "cut off in the middle, not acknowledged", number: cutOff },
        { what: "of those, found written all the same", number: foundAnyway },
        { what: "until it answers again, everything checked, ms", number: Math.round(median(startsMs)) },
      ],
      bounds: [
        { bound: `${KILLS} kills`, holds: kills === KILLS },
        { bound: "a write or more was cut off in the middle", holds: cutOff > 0 },
        { bound: `nothing acknowledged is lost (${lost.length})`, holds: lost.length === 0 },
      ],
    };
  },
};

function total(people: readonly Writer[]) {
  const sum = (pick: (person: Writer) => number) => people.reduce((so, person) => so + pick(person), 0);
  return {
    writes: sum((person) => person.writes),
    reads: sum((person) => person.reads),
    profiles: sum((person) => person.profiles),
    cutOff: sum((person) => person.cutOff),
    foundAnyway: sum((person) => person.foundAnyway),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
