import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BodyNoise } from "../../../src/dsp/body-noise.ts";
import { BEAT_SECONDS, Heartbeat } from "../../../src/dsp/heartbeat.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "bpm" | "closeness";

const BEAT_GAIN = 0.34;
/** The flow of blood between the beats: white noise of this deviation, low-passed; it keeps the beat from standing alone. */
const FLOW = { gain: 0.35, cutoffHz: 150, skinHz: 700 };

class HeartbeatKernel extends BlockKernel<Name> {
  readonly #heart: Heartbeat;
  readonly #flow: BodyNoise;
  readonly #closeness: SmoothParam<Name>;
  readonly #beatLeft = new Float64Array(BLOCK_FRAMES);
  readonly #beatRight = new Float64Array(BLOCK_FRAMES);
  #paramAt: ParamAt<Name> = () => 60;

  constructor(sampleRate: number, seed: number) {
    super();
    const { gain, cutoffHz, skinHz } = FLOW;
    this.#heart = new Heartbeat(seedFor(seed, "heartbeat/heart"), sampleRate, (frame) =>
      this.#paramAt("bpm", frame),
    );
    this.#flow = new BodyNoise(seedFor(seed, "heartbeat/flow"), sampleRate, gain, cutoffHz, skinHz);
    this.#closeness = new SmoothParam("closeness", sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#flow.reset();
    this.#heart.start(frame, (at) => this.#closenessAt(at));
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#paramAt = paramAt;
    this.#flow.fill(left, right, frame);
    this.#closeness.read(paramAt, frame);
    this.#heart.openness = this.#closeness.from;
    this.#heart.render(this.#beatLeft, this.#beatRight, frame);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + BEAT_GAIN * (this.#beatLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + BEAT_GAIN * (this.#beatRight[i] ?? 0);
    }
  }

  #closenessAt(frame: number): number {
    this.#closeness.read(this.#paramAt, frame);
    return this.#closeness.from;
  }
}

/**
 * A heart at rest: two sounds a beat, decaying partials of 50-350 Hz that glide down, 0.31 s apart, the beats irregular by
 * 3 %, over the quiet flow of blood.
 * @source heart sounds as decaying 50 and 150 Hz with a falling pitch, 55-65 beats a minute at rest
 */
export const heartbeat = defineLayer({
  id: "heartbeat",
  family: "comfort",
  character: "texture",
  params: {
    bpm: { min: 45, max: 90, default: 60, unit: "/min" },
    closeness: { min: 0, max: 1, default: 0.5, unit: "" },
  },
  macro: { calm: { bpm: 50, closeness: 0.1 }, lively: { bpm: 72, closeness: 0.75 } },
  loudnessLufs: -28.3,
  prerollSeconds: 0.5,
  memorySeconds: BEAT_SECONDS,
  kernel: HeartbeatKernel,
});
