import { expect, it } from "vitest";
import { BeatEvents } from "../../src/dsp/beat-events.ts";
import { PlannedPhase } from "../../src/dsp/planned-phase.ts";

const RATE = 48_000;

function beatsAt(hzAt: (frame: number) => number, deviation: number) {
  return new BeatEvents(7, deviation, new PlannedPhase(RATE, hzAt, 0.3));
}

/** Every event between two frames, as [beat, seconds]. */
function eventsOf(events: BeatEvents, from: number, to: number, delayTurns = 0): [number, number][] {
  const found: [number, number][] = [];
  events.delayTurns = delayTurns;
  for (let frame = from; frame < to; frame += 128) {
    events.read(frame);
    const count = events.find();
    for (let i = 0; i < count; i++) {
      found.push([events.beat[i] ?? 0, (frame + (events.offset[i] ?? 0)) / RATE]);
    }
  }
  return found;
}

it("each turn has one event, on both sides of frame 0, while the clock slows down and speeds up", () => {
  const hzAt = (frame: number) => 20 + 10 * Math.sin(frame / 50_000);
  const found = eventsOf(beatsAt(hzAt, 0.1), -128 * 2000, 128 * 6000);
  const first = found[0]?.[0] ?? 0;
  expect(found.map(([beat]) => beat)).toEqual(found.map((_, index) => first + index));
  expect(found.length).toBeGreaterThan(300);
});

it("intervals have the deviation asked for, and are the same from anywhere", () => {
  const whole = eventsOf(
    beatsAt(() => 10, 0.05),
    0,
    128 * 40_000,
  );
  const gaps = whole.slice(1).map(([, seconds], index) => 10 * (seconds - (whole[index]?.[1] ?? 0)));
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - 1) ** 2, 0) / gaps.length);
  expect(deviation).toBeGreaterThan(0.045);
  expect(deviation).toBeLessThan(0.055);
  const late = eventsOf(
    beatsAt(() => 10, 0.05),
    128 * 39_000,
    128 * 40_000,
  );
  expect(late).toEqual(whole.slice(-late.length));
});

it("what follows half a turn later keeps the irregularity of its beat", () => {
  const events = beatsAt(() => 2, 0.1);
  const beats = eventsOf(events, 0, 128 * 8000);
  const later = eventsOf(
    beatsAt(() => 2, 0.1),
    0,
    128 * 8000,
    0.5,
  );
  for (const [beat, seconds] of later.slice(1, -1)) {
    const own = beats.find(([number]) => number === beat);
    if (own) expect(seconds - own[1]).toBeCloseTo(0.25, 6);
  }
});
