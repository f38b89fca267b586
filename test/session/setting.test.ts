import { describe, expect, it } from "vitest";
import { settingOf, settingValues } from "../../src/session/setting.ts";

const rain = {
  params: {
    intensity: { min: 0, max: 1, default: 0.5, unit: "" },
    surface: { min: 0, max: 2, default: 0, unit: "", choices: ["open", "leaves", "roof"] },
    distance: { min: 0, max: 1, default: 0.2, unit: "" },
  },
  settings: { drizzle: { intensity: 0.1 }, roof: { intensity: 0.6, surface: 2 }, open: {} },
};

describe("a named setting", () => {
  it("sets its own values and takes back what another setting had set", () => {
    expect(settingValues(rain, "roof")).toEqual({ intensity: 0.6, surface: 2 });
    expect(settingValues(rain, "drizzle")).toEqual({ intensity: 0.1, surface: 0 });
    expect(settingValues(rain, "open")).toEqual({ intensity: 0.5, surface: 0 });
  });

  it("is known again, whatever no setting touches", () => {
    for (const setting of ["drizzle", "roof", "open"]) {
      expect(settingOf(rain, { distance: 1, ...settingValues(rain, setting) })).toBe(setting);
    }
    expect(settingOf(rain, {})).toBe("open");
    expect(settingOf(rain, { intensity: 0.3 })).toBeNull();
    expect(settingOf({ params: rain.params }, {})).toBeNull();
  });
});
