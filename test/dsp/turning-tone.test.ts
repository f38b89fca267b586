import { expect, it } from "vitest";
import { PlannedPhase } from "../../src/dsp/planned-phase.ts";
import { TurningTone } from "../../src/dsp/turning-tone.ts";

it.each([
  ["steady", () => 220],
  ["gliding", (frame: number) => 450 - frame / 48_000],
])("a %s tone is the sine of its planned phase at every frame", (_, hz) => {
  const phase = new PlannedPhase(48_000, hz, 0.3);
  const tone = new TurningTone();
  let worst = 0;
  for (let block = 0; block < 500; block++) {
    phase.read(block * 128);
    tone.render(phase);
    tone.samples.forEach((sample, i) => {
      const turns = phase.turns + i * (phase.rate + 0.5 * phase.slope * i);
      worst = Math.max(worst, Math.abs(sample - Math.sin(2 * Math.PI * turns)));
    });
  }
  expect(worst).toBeLessThan(1e-12);
});
