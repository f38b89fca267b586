import { beforeEach, describe, expect, it } from "vitest";
import { initialDocuments } from "../../../src/store/initialDocuments.ts";
import { memoryKeep } from "../../store/memoryKeep.ts";
import { switchOn } from "./device.ts";
import { FakeService } from "./fakeService.ts";
import { settled, TestClock } from "./testClock.ts";

let service: FakeService;
let clock: TestClock;
beforeEach(() => {
  service = new FakeService();
  clock = new TestClock();
});

const routineThere = () => service.documents.get("routine")?.content["routine"];
const puts = () => service.asked.filter((each) => each.startsWith("PUT")).length;

describe("what is chosen here", () => {
  it("is sent once the hand rests, and never before anything was chosen", async () => {
    const { choose, states } = await switchOn(service, clock, memoryKeep());
    await clock.pass(5000);
    expect(puts()).toBe(0);
    expect(states.at(-1)).toBe("synced");
    for (let minutes = 20; minutes < 30; minutes++) {
      choose({ timer: { minutes } });
      await clock.pass(100);
    }
    expect(puts()).toBe(0);
    await clock.pass(2000);
    expect(puts()).toBe(1);
    expect(routineThere()).toMatchObject({ timer: { minutes: 29 } });
    expect(states.at(-1)).toBe("synced");
  });

  it("waits in the outbox over a restart, and goes out when the service is there again", async () => {
    const keep = memoryKeep();
    const first = await switchOn(service, clock, keep);
    await clock.pass(2000);
    service.mishaps.push(...Array.from({ length: 4 }, () => "lost" as const));
    first.choose({ timer: "all-night" });
    await clock.pass(3000);
    expect(first.states.at(-1)).toBe("waiting");
    first.sync.stop();
    await settled();

    service.mishaps.length = 0;
    const again = await switchOn(service, clock, keep);
    expect(again.desk.get("routine").routine.timer).toBe("all-night");
    await clock.pass(3000);
    expect(routineThere()).toMatchObject({ timer: "all-night" });
    expect(again.desk.waiting()).toEqual([]);
  });

  it("is tried again with longer and longer waits, spread by chance", async () => {
    const waits: number[] = [];
    for (const chance of [0, 0.999]) {
      service = new FakeService();
      clock = new TestClock();
      service.passesSockets = false;
      const { choose } = await switchOn(service, clock, memoryKeep(), "key", () => chance);
      await clock.pass(100);
      service.mishaps.push(...Array.from({ length: 200 }, () => "lost" as const));
      choose({ timer: "all-night" });
      await clock.pass(1200);
      const begun = clock.now();
      const before = puts();
      while (puts() < before + 5) await clock.pass(clock.nextMs() ?? 1000);
      waits.push((clock.now() - begun) / 1000);
    }
    // 2, 4, 8, 16 and 32 s, each between its half and its whole; a poll may come sooner.
    expect(waits[0]).toBeGreaterThanOrEqual(31);
    expect(waits[1]).toBeLessThanOrEqual(62);
    expect(waits[1]).toBeGreaterThan(1.7 * (waits[0] ?? 0));
  });

  it.each([429, 503])("waits for as long as a %i says, also over a restart", async (status) => {
    const keep = memoryKeep();
    const { choose, sync, states } = await switchOn(service, clock, keep);
    await clock.pass(2000);
    service.mishaps.push({ status, retryAfter: 120 });
    choose({ timer: "all-night" });
    await clock.pass(2000);
    expect(states.at(-1)).toBe("waiting");
    const before = service.asked.length;
    await clock.pass(60_000);
    sync.stop();
    await switchOn(service, clock, keep);
    await clock.pass(50_000);
    expect(service.asked.slice(before).filter((each) => each.includes("documents"))).toEqual([]);
    await clock.pass(20_000);
    expect(routineThere()).toMatchObject({ timer: "all-night" });
  });

  it("is not sent again where only the answer was lost, nor put aside", async () => {
    const { choose, desk } = await switchOn(service, clock, memoryKeep());
    await clock.pass(2000);
    service.mishaps.push("answer-lost");
    choose({ timer: "all-night" });
    await clock.pass(1500);
    choose({ timer: { minutes: 20 } });
    await clock.pass(10_000);
    expect(routineThere()).toMatchObject({ timer: { minutes: 20 } });
    expect(desk.get("routine").aside).toEqual([]);
  });

  it("that the service does not take as it is, is said, and holds up nothing else", async () => {
    const { choose, desk, states } = await switchOn(service, clock, memoryKeep());
    await clock.pass(2000);
    service.unfit.add("routine");
    choose({ timer: "all-night" });
    const entry = { name: "Rain", levels: [], changedAt: 1 };
    desk.edit("mixes", { version: 1, mixes: { "mix-of-mine": entry } });
    await clock.pass(3000);
    expect(states.at(-1)).toBe("unfit");
    expect(service.documents.get("mixes")?.content).toMatchObject({ mixes: { "mix-of-mine": entry } });
    const before = puts();
    await clock.pass(600_000);
    expect(puts()).toBe(before);
    service.unfit.clear();
    choose({ timer: { minutes: 20 } });
    await clock.pass(3000);
    expect(states.at(-1)).toBe("synced");
  });
});

describe("what is chosen elsewhere", () => {
  it("comes within a moment over the socket", async () => {
    const { desk } = await switchOn(service, clock, memoryKeep());
    await clock.pass(2000);
    const told: string[] = [];
    desk.onChange((name, by) => told.push(`${name} by ${by}`));
    service.put("settings", { version: 1, changedAt: 5, settings: { language: "en", haptics: true } });
    await settled();
    expect(desk.get("settings").settings).toEqual({ language: "en", haptics: true });
    expect(told).toEqual(["settings by service"]);
    expect(service.asked.at(-1)).toBe("GET /api/documents/settings");
  });

  it("comes within a minute where no socket passes, and asking costs a 304", async () => {
    service.passesSockets = false;
    const { desk } = await switchOn(service, clock, memoryKeep());
    await clock.pass(30_000);
    service.put("settings", { version: 1, changedAt: 5, settings: { language: "en", haptics: true } });
    await clock.pass(61_000);
    expect(desk.get("settings").settings.language).toBe("en");
    const before = service.asked.length;
    await clock.pass(120_000);
    const since = service.asked.slice(before);
    expect(since.filter((each) => each === "GET /api/documents").length).toBeGreaterThanOrEqual(2);
    expect(since.filter((each) => each.includes("/api/documents/"))).toEqual([]);
  });

  it("comes after a socket fell silent without a word", async () => {
    const { desk } = await switchOn(service, clock, memoryKeep());
    await clock.pass(2000);
    const [socket] = service.sockets;
    if (!socket) throw new Error("no socket was opened");
    socket.answersPing = false;
    socket.isOpen = false;
    service.put("settings", { version: 1, changedAt: 5, settings: { language: "en", haptics: true } });
    await clock.pass(58_000);
    expect(service.sockets).toHaveLength(2);
    expect(desk.get("settings").settings.language).toBe("en");
  });

  it("is merged with what was chosen here, and both have it", async () => {
    const first = await switchOn(service, clock, memoryKeep());
    const second = await switchOn(service, clock, memoryKeep());
    await clock.pass(2000);
    first.choose({ timer: "all-night" });
    second.choose({ guideGainDb: -6 });
    await clock.pass(3000);
    expect(first.desk.get("routine")).toEqual(second.desk.get("routine"));
    expect(first.desk.get("routine").routine).toMatchObject({ timer: "all-night", guideGainDb: -6 });
  });

  it("made by newer code is kept off, and said; what is here stays as it is", async () => {
    service.put("routine", { version: 9, evening: true });
    const { desk, states } = await switchOn(service, clock, memoryKeep());
    await clock.pass(3000);
    expect(states.at(-1)).toBe("too-new");
    expect(desk.get("routine")).toEqual(initialDocuments().routine);
    expect(puts()).toBe(0);
  });

  it("that cannot be read changes nothing here", async () => {
    service.put("routine", { version: 1, routine: "none" });
    const { desk, states } = await switchOn(service, clock, memoryKeep());
    await clock.pass(3000);
    expect(states.at(-1)).toBe("waiting");
    expect(desk.get("routine")).toEqual(initialDocuments().routine);
  });
});

it("a device that the service no longer knows says so, asks no more, and keeps everything", async () => {
  const keep = memoryKeep();
  const { choose, desk, states } = await switchOn(service, clock, keep, "stolen");
  choose({ timer: "all-night" });
  await clock.pass(3000);
  const kept = structuredClone([...keep.values]);
  service.revoke("stolen");
  await settled();
  expect(states.at(-1)).toBe("refused");
  const before = service.asked.length;
  choose({ guideGainDb: -6 });
  await clock.pass(600_000);
  expect(service.asked.length).toBe(before);
  expect(desk.get("routine").routine).toMatchObject({ timer: "all-night", guideGainDb: -6 });
  expect([...keep.values.keys()]).toEqual(kept.map(([key]) => key));
});

it("a page in place of an answer is no answer", async () => {
  service.mishaps.push("page", "page", "page");
  const { states, desk } = await switchOn(service, clock, memoryKeep());
  await settled();
  expect(states.at(-1)).toBe("waiting");
  expect(desk.get("routine")).toEqual(initialDocuments().routine);
});

it("asks nothing while a night sounds, and catches up after it", async () => {
  const { sync, choose, desk } = await switchOn(service, clock, memoryKeep());
  await clock.pass(2000);
  sync.rest();
  await settled();
  const before = service.asked.length;
  choose({ timer: "all-night" });
  service.put("settings", { version: 1, changedAt: 5, settings: { language: "en", haptics: true } });
  await clock.pass(600_000);
  expect(service.asked.length).toBe(before);
  sync.resume();
  await clock.pass(3000);
  expect(routineThere()).toMatchObject({ timer: "all-night" });
  expect(desk.get("settings").settings.language).toBe("en");
});
