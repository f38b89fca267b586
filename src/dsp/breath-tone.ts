import { BlockKernel } from "./block-kernel.ts";
import { SoftControl } from "./breath-tone-control.ts";
import { BREATH_TONE } from "./breath-tone-identity.ts";
import { BreathLowPass } from "./breath-tone-low-pass.ts";
import { BreathPad } from "./breath-tone-pad.ts";
import { dbToGain } from "./db.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt, type ParamSpecs } from "./layer.ts";
import { seedFor } from "./seed-for.ts";
import { StereoNoise } from "./stereo-noise.ts";

type Name = "swell" | "level";

/** Shortest edge of anything that moves (sound specification, section 6: 150 ms or more). */
const EDGE_SECONDS = 0.16;
/** Low-pass of the noise with empty and with full lungs. */
const CUTOFF_HZ = { empty: 300, full: 1200 } as const;
/** Roots of the two chords, a just fourth apart; the pad crosses from one to the other, the note 220 Hz in both. */
const ROOT_HZ = { empty: 110, full: (110 * 4) / 3 } as const;
/** Rise from empty to full. */
const SWELL_DB = 6;
/** Where the breath is held, under where it flows into full lungs. */
const HELD_GAIN = dbToGain(-12);
/** The flow is the change of the swell over twice this time... */
const FLOW_SECONDS = 0.25;
/** ...and this much change is half a flow: a breath out of 20 s still flows. */
const HALF_FLOW = 0.02;
/** Breathing out is remembered from these times before, as its tail. */
const TAIL_SECONDS = [0.4, 0.8, 1.2] as const;
/** Balance at full lungs, and the whole scaled to {@link BREATH_TONE}. */
const NOISE_GAIN = 0.0121;
const PAD_GAIN = 0.014;

/**
 * Breath made audible: a noise that opens and a pad that climbs a fourth as the lungs fill, and back with a longer tail
 * as they empty; softer, unmoving, where the breath is held.
 */
class BreathToneKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #channels: readonly (readonly [Float64Array, BreathLowPass])[];
  readonly #emptyPad: BreathPad;
  readonly #fullPad: BreathPad;
  readonly #fullness: SoftControl;
  readonly #gain: SoftControl;
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "breath-tone/noise"));
    this.#channels = [
      [this.left, new BreathLowPass(sampleRate)],
      [this.right, new BreathLowPass(sampleRate)],
    ];
    this.#emptyPad = new BreathPad(sampleRate, seed, ROOT_HZ.empty);
    this.#fullPad = new BreathPad(sampleRate, seed, ROOT_HZ.full);
    this.#fullness = new SoftControl(sampleRate, EDGE_SECONDS, (frame) => this.#fullnessAt(frame));
    this.#gain = new SoftControl(sampleRate, EDGE_SECONDS, (frame) => this.#gainAt(frame));
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#noise.reset();
    for (const [, lowPass] of this.#channels) lowPass.reset();
    this.#fullness.start(frame);
    this.#gain.start(frame);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#fullness.next(frame);
    this.#gain.next(frame);
    this.#renderNoise(frame);
    this.#emptyPad.render(frame);
    this.#fullPad.render(frame);
    this.#mix();
  }

  /** Noise through the low-pass, of the same power at any cutoff. */
  #renderNoise(frame: number): void {
    const cutoffHz = CUTOFF_HZ.empty * (CUTOFF_HZ.full / CUTOFF_HZ.empty) ** this.#fullness.from;
    const gain = NOISE_GAIN * Math.sqrt(this.#sampleRate / cutoffHz);
    this.#noise.fill(this.left, this.right, frame / BLOCK_FRAMES);
    for (const [channel, lowPass] of this.#channels) {
      lowPass.process(channel, cutoffHz);
      for (let i = 0; i < BLOCK_FRAMES; i++) channel[i] = gain * (channel[i] ?? 0);
    }
  }

  #mix(): void {
    const { left, right } = this;
    const [empty, full] = [this.#emptyPad, this.#fullPad];
    const angleFrom = 0.5 * Math.PI * this.#fullness.from;
    const angleTo = 0.5 * Math.PI * this.#fullness.to;
    const emptyFrom = Math.cos(angleFrom);
    const fullFrom = Math.sin(angleFrom);
    const gainStep = (this.#gain.to - this.#gain.from) / BLOCK_FRAMES;
    const emptyStep = (Math.cos(angleTo) - emptyFrom) / BLOCK_FRAMES;
    const fullStep = (Math.sin(angleTo) - fullFrom) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = this.#gain.from + gainStep * i;
      const emptyGain = PAD_GAIN * (emptyFrom + emptyStep * i);
      const fullGain = PAD_GAIN * (fullFrom + fullStep * i);
      left[i] = gain * ((left[i] ?? 0) + emptyGain * (empty.left[i] ?? 0) + fullGain * (full.left[i] ?? 0));
      right[i] =
        gain * ((right[i] ?? 0) + emptyGain * (empty.right[i] ?? 0) + fullGain * (full.right[i] ?? 0));
    }
  }

  /** How full it sounds, 0..1: the swell, or what it was of late where that is more. */
  #fullnessAt(frame: number): number {
    let remembered = 0;
    for (const seconds of TAIL_SECONDS) remembered += this.#swellAt(frame, -seconds) / TAIL_SECONDS.length;
    return Math.max(this.#swellAt(frame, 0), remembered);
  }

  #gainAt(frame: number): number {
    let remembered = 0;
    for (const seconds of TAIL_SECONDS) {
      remembered += Math.max(0, -this.#changeAt(frame, -seconds)) / TAIL_SECONDS.length;
    }
    const change = Math.max(Math.abs(this.#changeAt(frame, 0)), remembered);
    const flow = change / (change + HALF_FLOW);
    const swell = dbToGain(SWELL_DB * (this.#fullnessAt(frame) - 1));
    return this.#paramAt("level", frame) * (HELD_GAIN + (swell - HELD_GAIN) * flow);
  }

  /** Change of the swell around a time: above 0 while the lungs fill. */
  #changeAt(frame: number, offsetSeconds: number): number {
    return (
      this.#swellAt(frame, offsetSeconds + FLOW_SECONDS) - this.#swellAt(frame, offsetSeconds - FLOW_SECONDS)
    );
  }

  #swellAt(frame: number, offsetSeconds: number): number {
    return this.#paramAt("swell", frame + Math.round(offsetSeconds * this.#sampleRate));
  }
}

/**
 * The tone that breathes with you. It is no layer of the catalogue: the engine plays it on the cue bus. Its loudness is
 * that of breathing 4 in, 6 out; `level` says when it sounds.
 */
export const breathTone = defineLayer<ParamSpecs>({
  id: BREATH_TONE.id,
  family: "tone",
  character: "tone",
  params: {
    swell: { min: 0, max: 1, default: 0.5, unit: "", role: "breath" },
    level: { min: 0, max: 1, default: 1, unit: "" },
  },
  macro: { calm: {}, lively: {} },
  loudnessLufs: BREATH_TONE.loudnessLufs,
  prerollSeconds: 0.5,
  memorySeconds: 0,
  kernel: BreathToneKernel,
});
