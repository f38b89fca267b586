import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BodyNoise } from "../../../src/dsp/body-noise.ts";
import { BEAT_SECONDS, Heartbeat } from "../../../src/dsp/heartbeat.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "bpm" | "heart";

/** The body all around: white noise of this deviation, low-passed, so that 500 Hz lies 25 dB and more under 100 Hz. */
const BODY = { gain: 0.5, cutoffHz: 130, skinHz: 450 };
/** Blood in the womb's own vessels surges after each beat by so much, dB, at `heart` 1. */
const SURGE_DB = 4;
/** The surge is highest this part of a beat after the first sound. */
const SURGE_TURNS = 0.3;
/** Movement and digestion: slow changes of the whole, dB (one deviation). */
const DRIFT = { db: 0.35, slowestSeconds: 40, fastestSeconds: 5 };
/** Gain of the heart itself at `heart` 1. */
const BEAT_GAIN = 0.36;
const MUFFLED = 0.25;

class WombKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #mother: Heartbeat;
  readonly #body: BodyNoise;
  readonly #drift: Weather;
  readonly #heart: SmoothParam<Name>;
  readonly #beatLeft = new Float64Array(BLOCK_FRAMES);
  readonly #beatRight = new Float64Array(BLOCK_FRAMES);
  #bodyFrom = 1;
  #bodyTo = 1;
  #paramAt: ParamAt<Name> = () => 60;

  constructor(sampleRate: number, seed: number) {
    super();
    const { gain, cutoffHz, skinHz } = BODY;
    const { slowestSeconds, fastestSeconds } = DRIFT;
    this.#sampleRate = sampleRate;
    this.#mother = new Heartbeat(seedFor(seed, "womb/heart"), sampleRate, (frame) =>
      this.#paramAt("bpm", frame),
    );
    this.#body = new BodyNoise(seedFor(seed, "womb/body"), sampleRate, gain, cutoffHz, skinHz);
    this.#drift = new Weather(seedFor(seed, "womb/drift"), slowestSeconds, fastestSeconds);
    this.#heart = new SmoothParam("heart", sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#body.reset();
    this.#mother.start(frame, () => MUFFLED);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#paramAt = paramAt;
    this.#heart.read(paramAt, frame);
    const { from, to } = this.#heart;
    this.#body.fill(left, right, frame);
    this.#mother.render(this.#beatLeft, this.#beatRight, frame);
    this.#drift.read(frame, this.#sampleRate);
    this.#surge();
    const bodyFrom = this.#bodyFrom;
    const bodyStep = (this.#bodyTo - bodyFrom) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const body = bodyFrom + bodyStep * i;
      const beat = BEAT_GAIN * (from + ((to - from) * i) / BLOCK_FRAMES);
      left[i] = body * (left[i] ?? 0) + beat * (this.#beatLeft[i] ?? 0);
      right[i] = body * (right[i] ?? 0) + beat * (this.#beatRight[i] ?? 0);
    }
  }

  /** Sets the body's gain: the surge rises and falls as a raised cosine of the heart's turns, squared. */
  #surge(): void {
    const { turns, nextTurns } = this.#mother;
    const from = (0.5 + 0.5 * Math.cos(2 * Math.PI * (turns - SURGE_TURNS))) ** 2;
    const to = (0.5 + 0.5 * Math.cos(2 * Math.PI * (nextTurns - SURGE_TURNS))) ** 2;
    this.#bodyFrom = 10 ** ((SURGE_DB * this.#heart.from * from + DRIFT.db * this.#drift.from) / 20);
    this.#bodyTo = 10 ** ((SURGE_DB * this.#heart.to * to + DRIFT.db * this.#drift.to) / 20);
  }
}

/**
 * As it sounds before birth: a body all around, loud below 100 Hz and 30 dB softer above 500, surging with the blood,
 * and the mother's heart in it.
 * @source intrauterine sound levels: 60-85 dB below 100 Hz, 40 dB above 500 Hz; the heart is convention
 */
export const womb = defineLayer({
  id: "womb",
  family: "comfort",
  character: "texture",
  params: {
    bpm: { min: 45, max: 90, default: 64, unit: "/min" },
    heart: { min: 0, max: 1, default: 0.6, unit: "" },
  },
  macro: { calm: { bpm: 54, heart: 0.2 }, lively: { bpm: 74, heart: 1 } },
  loudnessLufs: -27.3,
  prerollSeconds: 0.5,
  memorySeconds: BEAT_SECONDS,
  kernel: WombKernel,
});
