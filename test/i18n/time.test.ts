import { describe, expect, it } from "vitest";
import { clockChange, clockLabel, durationLabel } from "../../src/i18n/time.ts";
import { silentAt } from "../../src/ui/model/timer.ts";

const BRUSSELS = "Europe/Brussels";

describe("clockLabel", () => {
  it("writes the time as at home", () => {
    const at = Date.UTC(2026, 10, 24, 23, 25);
    expect(clockLabel(at, "nl-BE", BRUSSELS)).toBe("00:25");
    expect(clockLabel(at, "en-GB", BRUSSELS)).toBe("00:25");
    expect(clockLabel(at, "en-US", BRUSSELS).replace(/\s/u, " ")).toBe("12:25 AM");
  });
});

describe("the end of a timer in the night that clocks change", () => {
  it("comes an hour earlier on the clock when it goes back (25 October 2026)", () => {
    const bedtime = Date.UTC(2026, 9, 24, 21, 40);
    expect(clockLabel(bedtime, "nl-BE", BRUSSELS)).toBe("23:40");
    const end = silentAt(bedtime, { minutes: 240 });
    expect(clockLabel(end ?? 0, "nl-BE", BRUSSELS)).toBe("02:40");
    expect(clockChange(bedtime, end ?? 0, BRUSSELS)).toBe("back");
  });

  it("comes an hour later on the clock when it goes forward (28 March 2027)", () => {
    const bedtime = Date.UTC(2027, 2, 27, 22, 40);
    expect(clockLabel(bedtime, "nl-BE", BRUSSELS)).toBe("23:40");
    const end = silentAt(bedtime, { minutes: 240 });
    expect(clockLabel(end ?? 0, "nl-BE", BRUSSELS)).toBe("04:40");
    expect(clockChange(bedtime, end ?? 0, BRUSSELS)).toBe("forward");
  });

  it("is told apart to the minute", () => {
    const change = Date.UTC(2026, 9, 25, 1);
    expect(clockChange(change - 60_000, change, BRUSSELS)).toBe("back");
    expect(clockChange(change - 120_000, change - 60_000, BRUSSELS)).toBeNull();
    expect(clockChange(change - 60_000, change, "UTC")).toBeNull();
  });
});

describe("durationLabel", () => {
  it("says lengths in whole words, one of a thing as one", () => {
    expect(durationLabel(60, "nl")).toBe("1 minuut");
    expect(durationLabel(1200, "nl")).toBe("20 minuten");
    expect(durationLabel(90, "nl")).toBe("90 seconden");
    expect(durationLabel(5400, "nl")).toBe("1 uur 30 minuten");
    expect(durationLabel(36_000, "en")).toBe("10 hours");
  });
});
