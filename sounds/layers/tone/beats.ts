import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "mode" | "carrierHz" | "beatHz" | "glideToHz" | "glideMinutes" | "depth";

const TAU = 2 * Math.PI;
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
  readonly #mode: SmoothParam<Name>;
  readonly #depth: SmoothParam<Name>;
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
    this.#mode = new SmoothParam("mode", sampleRate);
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
    if (isHeard(0, this.#mode)) this.#binaural();
    if (isHeard(1, this.#mode)) this.#monaural();
    if (isHeard(2, this.#mode)) this.#isochronic();
  }

  /** Planned beat: from `beatHz` to `glideToHz` by the same factor each minute, from the night's start on. */
  #beatHz(frame: number): number {
    const from = this.#paramAt("beatHz", frame);
    const glideSeconds = 60 * this.#paramAt("glideMinutes", frame);
    if (glideSeconds <= 0 || frame <= 0) return from;
    const part = Math.min(1, frame / this.#sampleRate / glideSeconds);
    return from * (this.#paramAt("glideToHz", frame) / from) ** part;
  }

  #binaural(): void {
    const { left, right } = this;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = GAIN * weight(0, this.#mode, i);
      left[i] = (left[i] ?? 0) + gain * tone(this.#low, i);
      right[i] = (right[i] ?? 0) + gain * tone(this.#high, i);
    }
  }

  #monaural(): void {
    const { left, right } = this;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = GAIN * Math.SQRT1_2 * weight(1, this.#mode, i);
      const both = gain * (tone(this.#low, i) + tone(this.#high, i));
      left[i] = (left[i] ?? 0) + both;
      right[i] = (right[i] ?? 0) + both;
    }
  }

  #isochronic(): void {
    const { left, right } = this;
    const { from, to } = this.#depth;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const depth = from + ((to - from) * i) / BLOCK_FRAMES;
      const beat = Math.cos(TAU * (turns(this.#high, i) - turns(this.#low, i)));
      // Mean square of the pulse, so that every depth has the power of a steady tone.
      const power = (1 - depth / 2) ** 2 + depth ** 2 / 8;
      const pulse = (1 - depth * (0.5 - 0.5 * beat)) / Math.sqrt(power);
      const sample = GAIN * weight(2, this.#mode, i) * pulse * tone(this.#carrier, i);
      left[i] = (left[i] ?? 0) + sample;
      right[i] = (right[i] ?? 0) + sample;
    }
  }
}

interface Ramp {
  readonly from: number;
  readonly to: number;
}

function turns(phase: PlannedPhase, offset: number): number {
  return phase.turns + offset * (phase.rate + 0.5 * phase.slope * offset);
}

function tone(phase: PlannedPhase, offset: number): number {
  return Math.sin(TAU * turns(phase, offset));
}

/** Part of a choice in a mode that may be on its way from one choice to the next. */
function weight(choice: number, mode: Ramp, offset: number): number {
  const value = mode.from + ((mode.to - mode.from) * offset) / BLOCK_FRAMES;
  return Math.max(0, 1 - Math.abs(value - choice));
}

function isHeard(choice: number, mode: Ramp): boolean {
  return Math.min(mode.from, mode.to) < choice + 1 && Math.max(mode.from, mode.to) > choice - 1;
}

/** A slow beat of two tones: binaural (needs headphones), or monaural and isochronic, which speakers can play. */
export const beats = defineLayer({
  id: "beats",
  family: "tone",
  character: "tone",
  params: {
    mode: { min: 0, max: 2, default: 0, unit: "", choices: ["binaural", "monaural", "isochronic"] },
    carrierHz: { min: 150, max: 450, default: 220, unit: "Hz" },
    beatHz: { min: 1, max: 30, default: 10, unit: "Hz" },
    glideToHz: { min: 1, max: 30, default: 2, unit: "Hz" },
    glideMinutes: { min: 0, max: 60, default: 0, unit: "min" },
    depth: { min: 0.5, max: 0.7, default: 0.6, unit: "" },
  },
  macro: { calm: { beatHz: 3 }, lively: { beatHz: 18 } },
  loudnessLufs: -12.9,
  prerollSeconds: 0,
  memorySeconds: 0,
  kernel: BeatsKernel,
});
