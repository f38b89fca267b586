import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryKeep } from "../../store/memoryKeep.ts";
import { switchOn, type TestDevice } from "./device.ts";
import { FakeService, type Mishap } from "./fakeService.ts";
import { TestClock } from "./testClock.ts";

const DEVICES = 3;
const device = fc.nat(DEVICES - 1);
type Step =
  | { readonly do: "edit"; readonly device: number; readonly place: number }
  | { readonly do: "restart" | "rest" | "resume"; readonly device: number }
  | { readonly do: "pass"; readonly ms: number }
  | { readonly do: "mishap"; readonly mishap: Mishap };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("edit" as const), device, place: fc.nat(1) }) },
  fc.record({ do: fc.constantFrom("restart" as const, "rest" as const, "resume" as const), device }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.integer({ min: 1, max: 4000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("mishap" as const),
      mishap: fc.constantFrom<Mishap>("lost", "answer-lost", "page", { status: 503, retryAfter: 3 }),
    }),
  },
);

it("three devices end with the same mixes, every one of them, whatever goes wrong on the way", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const service = new FakeService();
      const clock = new TestClock();
      const keeps = Array.from({ length: DEVICES }, memoryKeep);
      const devices = await Promise.all(keeps.map((keep) => switchOn(service, clock, keep)));
      const alive = new Set<number>();
      let mark = 0;
      for (const each of steps) {
        if (each.do === "pass") await clock.pass(each.ms);
        else if (each.do === "mishap") service.mishaps.push(each.mishap);
        else {
          const on = devices[each.device];
          const keep = keeps[each.device];
          if (!on || !keep) throw new Error("no such device");
          if (each.do === "edit") edit(on, `mix-number-${each.place}`, ++mark, alive);
          else if (each.do === "rest") on.sync.rest();
          else if (each.do === "resume") on.sync.resume();
          else {
            on.sync.stop();
            devices[each.device] = await switchOn(service, clock, keep);
          }
        }
      }
      service.mishaps.length = 0;
      for (const { sync } of devices) sync.resume();
      await clock.pass(400_000);
      for (const { sync } of devices) sync.stop();
      const [first, ...others] = devices.map(({ desk }) => desk.get("mixes"));
      for (const other of others) expect(other).toEqual(first);
      expect(devices.flatMap(({ desk }) => desk.waiting())).toEqual([]);
      const marks = Object.values(first?.mixes ?? {}).map(({ levels }) => -(levels[0]?.gainDb ?? 0));
      expect(marks).toEqual(expect.arrayContaining([...alive]));
    }),
    { numRuns: 40 },
  );
});

/** Changes a mix on a device: the mark that it had there before is written over. */
function edit({ desk }: TestDevice, id: string, mark: number, alive: Set<number>): void {
  const { mixes } = desk.get("mixes");
  const over = mixes[id];
  if (over) alive.delete(-(over.levels[0]?.gainDb ?? 0));
  const entry = { name: "Rain", levels: [{ layer: "rain", gainDb: -mark }], changedAt: mark };
  desk.edit("mixes", { version: 1, mixes: { ...mixes, [id]: entry } });
  alive.add(mark);
}
