import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveAt } from "../../src/engine/curve.ts";
import { endingCurve, silentFrom } from "../../src/engine/fades.ts";
import { nextLocalTime } from "../../src/night/local-time.ts";
import { choiceAt, endingOf, type NightChoice, WAKE_RISE_SECONDS } from "../../src/night/night-choice.ts";
import { nightPlan } from "../../src/night/night-plan.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONES = [
  "Europe/Brussels",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "UTC",
] as const;

/** Within two days of a change of clocks somewhere, or anywhere in ten years. */
const anInstant = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2034, 0) }),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 9, 25, 1),
        Date.UTC(2027, 2, 28, 1),
        Date.UTC(2026, 2, 8, 7),
        Date.UTC(2026, 10, 1, 6),
        Date.UTC(2026, 3, 4, 15),
      ),
      fc.integer({ min: -48 * HOUR, max: 48 * HOUR }),
    )
    .map(([change, away]) => change + away),
);

function clock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return part("hour") * 60 + part("minute");
}

describe("the next time that clocks show", () => {
  test("lies ahead, within a day and the hour of a change, and is what clocks show", () => {
    fc.assert(
      fc.property(
        anInstant,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...ZONES),
        (now, minutes, zone) => {
          const next = nextLocalTime(now, minutes, zone);
          expect(next).toBeGreaterThan(now);
          expect(next - now).toBeLessThanOrEqual(25 * HOUR);
          const shown = clock(next, zone);
          // A time that was skipped is shown as long after as clocks were put forward.
          if (shown !== minutes) {
            expect([30, 60]).toContain(shown - minutes);
            expect(clock(next - HOUR, zone)).toBeLessThan(minutes);
          }
        },
      ),
    );
  });

  test("half past two in the night that the clock goes forward, and in the one that it goes back", () => {
    const at = (now: number) => new Date(nextLocalTime(now, 150, "Europe/Brussels")).toISOString();
    expect(at(Date.UTC(2027, 2, 27, 22))).toBe("2027-03-28T01:30:00.000Z");
    expect(at(Date.UTC(2026, 9, 24, 22))).toBe("2026-10-25T00:30:00.000Z");
    expect(at(Date.UTC(2026, 9, 25, 0, 45))).toBe("2026-10-25T01:30:00.000Z");
  });
});

const aNight = fc.record({
  now: anInstant,
  timer: fc.oneof(
    fc.constant("all-night" as const),
    fc.integer({ min: 5, max: 600 }).map((minutes) => ({ minutes })),
  ),
  fadeSeconds: fc.integer({ min: 120, max: 3600 }),
  afterwards: fc.constantFrom("silence" as const, "whisper" as const),
  wakeMinutes: fc.option(fc.integer({ min: 0, max: 1439 })),
  zone: fc.constantFrom(...ZONES),
});

type Night = typeof aNight extends fc.Arbitrary<infer Each> ? Each : never;

function chosen({ now, timer, fadeSeconds, afterwards, wakeMinutes, zone }: Night): NightChoice {
  const wakeAt = wakeMinutes === null ? {} : { wakeAt: nextLocalTime(now, wakeMinutes, zone) };
  const session = { ending: { fadeSeconds: 900 } };
  return choiceAt(now, { session, timer, fadeSeconds, afterwards, ...wakeAt });
}

describe("a night's plan", () => {
  test("goes in its order, whatever the clocks do: guide, what is bright, the bed, then the wake", () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const { fade, wake, endMs } = nightPlan(chosen(night));
        const order = [
          night.now,
          ...(fade ? [fade.guide.fromMs, fade.guide.untilMs, fade.bright.untilMs, fade.bed.untilMs] : []),
          ...(wake ? [wake.rise.fromMs, wake.rise.untilMs, wake.leaves.fromMs, wake.leaves.untilMs] : []),
          ...(endMs === null ? [] : [endMs]),
        ];
        for (let i = 1; i < order.length; i++) {
          expect(order[i] ?? 0).toBeGreaterThanOrEqual((order[i - 1] ?? 0) - 1);
        }
        if (wake) {
          const rise = (wake.rise.untilMs - wake.rise.fromMs) / 1000;
          expect(rise).toBeGreaterThanOrEqual(WAKE_RISE_SECONDS.least - 0.01);
          expect(rise).toBeLessThanOrEqual(30 * 60);
        }
      }),
    );
  });

  test("minutes are minutes, also where clocks change, and the fade never takes more than half of them", () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const { fade, wake } = nightPlan(chosen(night));
        if (night.timer === "all-night" || night.wakeMinutes !== null || !fade) return;
        expect(wake).toBeNull();
        expect(fade.bed.untilMs - night.now).toBe(night.timer.minutes * MINUTE);
        expect(fade.bed.untilMs - fade.bed.fromMs).toBeLessThanOrEqual(night.timer.minutes * (MINUTE / 2));
      }),
    );
  });

  test("is at full level at the time of a wake, and never louder than before", () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const choice = chosen(night);
        if (choice.wakeAt === null || choice.wakeAt === undefined) return;
        const curve = endingCurve(endingOf(choice, night.now, 0));
        const at = (choice.wakeAt - night.now) / 1000;
        expect(curveAt(curve, at)).toBeCloseTo(1, 6);
        for (const { value } of curve) expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("says the same on the audio clock, from wherever it is asked", () => {
    fc.assert(
      fc.property(aNight, fc.integer({ min: 0, max: 9 * HOUR }), fc.nat(40_000), (night, later, seconds) => {
        const choice = chosen(night);
        const asked = night.now + later;
        const ending = endingOf(choice, asked, seconds);
        const { endMs } = nightPlan(choice);
        const silent = ending ? silentFrom(ending) : Number.POSITIVE_INFINITY;
        const wall = endMs === null ? Number.POSITIVE_INFINITY : seconds + (endMs - asked) / 1000;
        // Whole milliseconds on the wall clock.
        if (wall < Number.POSITIVE_INFINITY) expect(Math.abs(silent - wall)).toBeLessThan(0.001);
        else expect(silent).toBe(wall);
      }),
    );
  });

  test("a fade that would still be going on when the wake rises makes way for it", () => {
    const choice: NightChoice = { deadline: 8 * HOUR, fadeSeconds: 900, wakeAt: 8 * HOUR };
    const plan = nightPlan(choice);
    expect(plan.wake).toBeNull();
    expect(plan.endMs).toBe(8 * HOUR + 15 * MINUTE);
    expect(plan.fade?.bed).toEqual({ fromMs: 8 * HOUR + 14 * MINUTE, untilMs: 8 * HOUR + 15 * MINUTE });
  });
});
