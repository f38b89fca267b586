import { describe, expect, it } from "vitest";
import { rain } from "../../sounds/layers/nature/rain.ts";
import { pink } from "../../sounds/layers/noise/pink.ts";
import { defineLayer, type ParamSpecs } from "../../src/dsp/layer.ts";
import { plannedParams, renderLayer } from "../../src/dsp/render-layer.ts";

describe("rendering a layer", () => {
  it("gives as many frames as asked for, whole blocks or not", () => {
    const [left, right] = renderLayer(pink, { sampleRate: 48_000, seed: 1, frames: 1000 });
    expect([left.length, right.length]).toEqual([1000, 1000]);
  });

  it("refuses to begin inside a block", () => {
    expect(() => renderLayer(pink, { sampleRate: 48_000, seed: 1, frames: 128, fromFrame: 5 })).toThrow(
      /pink/,
    );
  });

  it("reads constants, plans and defaults, and refuses what the layer has not", () => {
    const plan = {
      points: [
        { atSeconds: 0, value: 0 },
        { atSeconds: 1, value: 1 },
      ],
    };
    expect(plannedParams(rain, {}, 48_000)("intensity", 0)).toBe(0.5);
    expect(plannedParams(rain, { intensity: 0.2 }, 48_000)("intensity", 9)).toBe(0.2);
    expect(plannedParams(rain, { intensity: plan }, 48_000)("intensity", 24_000)).toBe(0.5);
    expect(() => plannedParams(rain, { wetness: 1 }, 48_000)).toThrow(/rain has no parameter wetness/);
  });
});

describe("declaring a layer", () => {
  it("refuses an id that is no kebab-case and a default outside its range", () => {
    expect(() => defineLayer({ ...rain, id: "Rain" })).toThrow(/kebab/);
    const params: ParamSpecs = { intensity: { min: 0, max: 1, default: 2, unit: "" } };
    expect(() => defineLayer({ ...rain, params })).toThrow(/intensity/);
  });
});
