import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { ChoiceParam } from "../../../src/dsp/choice-param.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { TurningTone } from "../../../src/dsp/turning-tone.ts";

type Name = "mode" | "carrierHz" | "beatHz" | "glideToHz" | "glideMinutes" | "depth";

const TAU = 2 * Math.PI;
const MODES = ["binaural", "monaural", "isochronic"] as const;
/** Amplitude of a binaural tone; the other modes have the same power. */
const GAIN = 0.25;

/**
 * Two tones, half a beat under and over the carrier. Binaural: one to each ear. Monaural: both to both. Isochronic:
 * the carrier alone, its level a raised cosine at the beat (at 30 Hz an edge still lasts 17 ms).
 */
class BeatsKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #low: PlannedPhase;
  readonly #carrier: PlannedPhase;
  readonly #high: PlannedPhase;
  readonly #mode: ChoiceParam<Name>;
  readonly #depth: SmoothParam<Name>;
  readonly #lowTone = new TurningTone();
  readonly #carrierTone = new TurningTone();
  readonly #highTone = new TurningTone();
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const startOf = (name: string) => seedFor(seed, `beats/${name}`) / 2 ** 32;
    const carrierHz = (frame: number) => this.#paramAt("carrierHz", frame);
    this.#sampleRate = sampleRate;
    const lowHz = (frame: number) => carrierHz(frame) - this.#beatHz(frame) / 2;
    const highHz = (frame: number) => carrierHz(frame) + this.#beatHz(frame) / 2;
    this.#low = new PlannedPhase(sampleRate, lowHz, startOf("low"));
    this.#carrier = new PlannedPhase(sampleRate, carrierHz, startOf("carrier"));
    this.#high = new PlannedPhase(sampleRate, highHz, startOf("high"));
    this.#mode = new ChoiceParam("mode", MODES.length, sampleRate);
    this.#depth = new SmoothParam("depth", sampleRate);
  }

  protected start(): void {
    this.#low.reset();
    this.#carrier.reset();
    this.#high.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#low.read(frame);
    this.#carrier.read(frame);
    this.#high.read(frame);
    this.#mode.read(paramAt, frame);
    this.#depth.read(paramAt, frame);
    this.left.fill(0);
    this.right.fill(0);
    if (this.#mode.isHeard(0)) this.#binaural();
    if (this.#mode.isHeard(1)) this.#monaural();
    if (this.#mode.isHeard(2)) this.#isochronic();
  }

  /** Planned beat: from `beatHz` to `glideToHz` by the same factor each minute, from the night's start on. */
  #beatHz(frame: number): number {
    const from = this.#paramAt("beatHz", frame);
    const glideSeconds = 60 * this.#paramAt("glideMinutes", frame);
    if (glideSeconds <= 0 || frame <= 0) return from;
    const part = Math.min(1, frame / this.#sampleRate / glideSeconds);
    return from * (this.#paramAt("glideToHz", frame) / from) ** part;
  }

  /** Gain of a mode: its part of the crossfade from one to another, straight, so that it is never louder than either. */
  #weight(mode: number, offset: number): number {
    const from = this.#mode.from[mode] ?? 0;
    return from + (((this.#mode.to[mode] ?? 0) - from) * offset) / BLOCK_FRAMES;
  }

  #binaural(): void {
    const { left, right } = this;
    const low = this.#lowTone.samples;
    const high = this.#highTone.samples;
    this.#lowTone.render(this.#low);
    this.#highTone.render(this.#high);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = GAIN * this.#weight(0, i);
      left[i] = (left[i] ?? 0) + gain * (low[i] ?? 0);
      right[i] = (right[i] ?? 0) + gain * (high[i] ?? 0);
    }
  }

  #monaural(): void {
    const { left, right } = this;
    const low = this.#lowTone.samples;
    const high = this.#highTone.samples;
    this.#lowTone.render(this.#low);
    this.#highTone.render(this.#high);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = GAIN * Math.SQRT1_2 * this.#weight(1, i);
      const both = gain * ((low[i] ?? 0) + (high[i] ?? 0));
      left[i] = (left[i] ?? 0) + both;
      right[i] = (right[i] ?? 0) + both;
    }
  }

  #isochronic(): void {
    const { left, right } = this;
    const { from, to } = this.#depth;
    const carrier = this.#carrierTone.samples;
    this.#carrierTone.render(this.#carrier);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const depth = from + ((to - from) * i) / BLOCK_FRAMES;
      const beat = Math.cos(TAU * (turns(this.#high, i) - turns(this.#low, i)));
      // Mean square of the pulse, so that every depth has the power of a steady tone.
      const power = (1 - depth / 2) ** 2 + depth ** 2 / 8;
      const pulse = (1 - depth * (0.5 - 0.5 * beat)) / Math.sqrt(power);
      const sample = GAIN * this.#weight(2, i) * pulse * (carrier[i] ?? 0);
      left[i] = (left[i] ?? 0) + sample;
      right[i] = (right[i] ?? 0) + sample;
    }
  }
}

function turns(phase: PlannedPhase, offset: number): number {
  return phase.turns + offset * (phase.rate + 0.5 * phase.slope * offset);
}

/**
 * A slow beat of two tones: binaural (needs headphones), or monaural and isochronic, which speakers can play.
 * @source Oster, "Auditory beats in the brain", Scientific American, 1973: binaural beats of up to 30 Hz are heard, best with carriers
 * near 440 Hz, and none above 1000; depth and edges of the isochronic ones are this project's own
 */
export const beats = defineLayer({
  id: "beats",
  family: "tone",
  character: "tone",
  params: {
    mode: { min: 0, max: 2, default: 0, unit: "", choices: MODES },
    carrierHz: { min: 150, max: 450, default: 220, unit: "Hz" },
    beatHz: { min: 1, max: 30, default: 10, unit: "Hz" },
    glideToHz: { min: 1, max: 30, default: 2, unit: "Hz" },
    glideMinutes: { min: 0, max: 60, default: 0, unit: "min" },
    depth: { min: 0.5, max: 0.7, default: 0.6, unit: "" },
  },
  macro: { calm: { beatHz: 3, carrierHz: 180 }, lively: { beatHz: 18, carrierHz: 270 } },
  loudnessLufs: -12.9,
  prerollSeconds: 0,
  memorySeconds: 0,
  kernel: BeatsKernel,
});
