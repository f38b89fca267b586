import { expect, it } from "vitest";
import { ocean } from "../../sounds/layers/nature/ocean.ts";
import { rain } from "../../sounds/layers/nature/rain.ts";
import { wind } from "../../sounds/layers/nature/wind.ts";
import { calibrationGain } from "../../src/dsp/layer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { macroValues } from "../../src/session/macro.ts";
import { steepestRise } from "../helper/startle.ts";
import { restlessHand } from "./suite/hands.ts";

/** Half the usual rate: quick, and other noise than the suite hears. */
const RATE = 24_000;

/** The seed from which the sea once rose by 1.24 of the rule. */
it("the calm sea of another seed startles nobody for a minute", () => {
  expect(startle(ocean, 4, 60, macroValues(ocean, 0))).toBeLessThanOrEqual(1);
});

/** At this rate, from this seed, rain once went up by 1.2 of the rule under a hand, and wind by 1.05. */
it.each([rain, wind])("a restless hand on $id startles nobody at half the rate", (layer) => {
  const hand = restlessHand(layer);
  expect(startle(layer, 1, hand.seconds, hand.params)).toBeLessThanOrEqual(1);
});

function startle(
  layer: typeof rain,
  seed: number,
  seconds: number,
  params: ReturnType<typeof restlessHand>["params"],
): number {
  const frames = Math.round(seconds * RATE);
  const gain = calibrationGain(layer);
  const heard = renderLayer(layer, { sampleRate: RATE, seed, frames, params });
  return steepestRise(
    heard.map((side) => side.map((sample) => gain * sample)),
    RATE,
    0.5,
  ).worst;
}
