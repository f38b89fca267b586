import fc from "fast-check";
import { expect, test } from "vitest";
import { deadlineOf, deadlineSeconds, laterDeadline, timerUntil } from "../../src/night/deadline.ts";

const minute = 60_000;

test("a timer holds its minutes within 5 minutes and 10 hours", () => {
  expect(deadlineOf({ minutes: 30 }, 0)).toBe(30 * minute);
  expect(deadlineOf({ minutes: 1 }, 0)).toBe(5 * minute);
  expect(deadlineOf({ minutes: 900 }, 0)).toBe(600 * minute);
  expect(deadlineOf("all-night", 0)).toBeNull();
});

test("in the night that the clock goes back, 45 minutes are 45 minutes", () => {
  // Brussels, 2026-10-25: 02:45 summer time is followed at 03:00 by 02:00 winter time.
  const begun = Date.UTC(2026, 9, 25, 0, 45);
  const deadline = deadlineOf({ minutes: 45 }, begun) ?? 0;
  const clock = (at: number) =>
    new Intl.DateTimeFormat("nl", { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit" }).format(
      at,
    );
  expect(clock(begun)).toBe("02:45");
  expect(clock(deadline)).toBe("02:30");
  expect(deadlineSeconds(deadline, begun, 0)).toBe(45 * 60);
});

test("the audio clock is asked for what the wall clock has left, wherever it stood still", () => {
  fc.assert(
    fc.property(
      fc.nat(36_000),
      fc.nat(36_000),
      fc.double({ min: 0, max: 36_000, noNaN: true }),
      (left, lost, night) => {
        const deadline = 1e12 + left * 1000;
        const before = deadlineSeconds(deadline, 1e12, night);
        // An interruption of `lost` seconds in which only the wall clock ran.
        const after = deadlineSeconds(deadline, 1e12 + lost * 1000, night);
        expect(before - night).toBeCloseTo(left, 6);
        expect(after - before).toBeCloseTo(-lost, 6);
      },
    ),
  );
});

test("still awake never brings the end nearer, and all night stays all night", () => {
  expect(laterDeadline(10 * minute, 0, 15)).toBe(15 * minute);
  expect(laterDeadline(40 * minute, 0, 15)).toBe(40 * minute);
  expect(laterDeadline(null, 0, 15)).toBeNull();
  expect(timerUntil(40 * minute, 0)).toEqual({ minutes: 40 });
  expect(timerUntil(null, 0)).toBe("all-night");
});
