import { BedPinkFilter } from "../../../src/dsp/bed-pink-filter.ts";
import { lowPass } from "../../../src/dsp/biquad.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { CoupledBiquad } from "../../../src/dsp/coupled-biquad.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { KNOCK_SECONDS, RailJoints } from "../../../src/dsp/rail-joints.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "speed" | "joints" | "events";

const USUAL_KMH = 75;
/** The driver's hand: the speed wanders by so much (one deviation), over these times. */
const WANDER = { part: 0.04, slowestSeconds: 160, fastestSeconds: 20 };
/** The rumble under the floor and, far softer, the air outside. */
const RUMBLE = { gain: 0.25, cutoffHz: 260 };
const AIR_GAIN = 0.02;
/** Rumble and knocks grow with this power of the speed: 2.4 dB a doubling. */
const SPEED_POWER = 0.4;
/** Better and worse track, cuttings, bends: dB (one deviation). */
const TRACK = { db: 0.7, slowestSeconds: 24, fastestSeconds: 3 };
const KNOCK_GAIN = 0.29;

class TrainKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #floors: readonly [CoupledBiquad, CoupledBiquad];
  readonly #winds: readonly [BedPinkFilter, BedPinkFilter];
  readonly #air = new Float64Array(BLOCK_FRAMES);
  readonly #track: Weather;
  readonly #wheels: RailJoints;
  readonly #speed: SmoothParam<Name>;
  readonly #joints: SmoothParam<Name>;
  readonly #knockLeft = new Float64Array(BLOCK_FRAMES);
  readonly #knockRight = new Float64Array(BLOCK_FRAMES);
  #paramAt: ParamAt<Name> = () => USUAL_KMH;

  constructor(sampleRate: number, seed: number) {
    super();
    const wander = new Weather(seedFor(seed, "train/speed"), WANDER.slowestSeconds, WANDER.fastestSeconds);
    const metresPerSecond = (frame: number) =>
      (this.#paramAt("speed", frame) / 3.6) * (1 + WANDER.part * wander.at(frame / sampleRate));
    const floor = () => new CoupledBiquad(lowPass(RUMBLE.cutoffHz, Math.SQRT1_2, sampleRate));
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "train/rumble"), { coherentLows: { sampleRate } });
    this.#floors = [floor(), floor()];
    this.#winds = [new BedPinkFilter(), new BedPinkFilter()];
    this.#track = new Weather(seedFor(seed, "train/track"), TRACK.slowestSeconds, TRACK.fastestSeconds);
    this.#wheels = new RailJoints(seedFor(seed, "train/joints"), sampleRate, metresPerSecond, (frame) =>
      this.#paramAt("events", frame),
    );
    this.#speed = new SmoothParam("speed", sampleRate);
    this.#joints = new SmoothParam("joints", sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#noise.reset();
    this.#wheels.start(frame);
    for (const filter of [...this.#floors, ...this.#winds]) filter.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#speed.read(paramAt, frame);
    this.#joints.read(paramAt, frame);
    this.#noise.fill(this.left, this.right, frame / BLOCK_FRAMES);
    this.#wheels.render(this.#knockLeft, this.#knockRight, frame);
    this.#track.read(frame, this.#sampleRate);
    this.#side(this.left, this.#knockLeft, 0);
    this.#side(this.right, this.#knockRight, 1);
  }

  #side(samples: Float64Array, knocks: Float64Array, side: 0 | 1): void {
    const air = this.#air;
    const white = Math.sqrt(this.#sampleRate / 48_000);
    air.set(samples);
    this.#winds[side].process(air);
    this.#floors[side].process(samples);
    const bedFrom = bedGain(this.#track.from, this.#speed.from);
    const bedStep = (bedGain(this.#track.to, this.#speed.to) - bedFrom) / BLOCK_FRAMES;
    const { from, to } = this.#joints;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const bed = RUMBLE.gain * white * (samples[i] ?? 0) + RUMBLE.gain * AIR_GAIN * (air[i] ?? 0);
      const knock = KNOCK_GAIN * (from + ((to - from) * i) / BLOCK_FRAMES);
      samples[i] = (bedFrom + bedStep * i) * (bed + knock * (knocks[i] ?? 0));
    }
  }
}

/** Rumble and knocks alike are louder on bad track and at speed. @param track in deviations */
function bedGain(track: number, kmh: number): number {
  return dbToGain(TRACK.db * track) * (kmh / USUAL_KMH) ** SPEED_POWER;
}

/**
 * A berth in a night train: rumble below 260 Hz with a little air, and wheels over rail joints: every joint (25 m) is
 * struck by the axles of the bogies, 2.5 m apart, softened above 1 kHz; the speed wanders slowly.
 * @source time between two axles' knocks = axle gap / speed, between joints = rail length / speed
 */
export const train = defineLayer({
  id: "train",
  family: "comfort",
  character: "texture",
  params: {
    speed: { min: 60, max: 110, default: USUAL_KMH, unit: "km/h" },
    joints: { min: 0, max: 1, default: 0.9, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { speed: 62, joints: 0.4 }, lively: { speed: 98, joints: 0.92 } },
  loudnessLufs: -24.7,
  prerollSeconds: 0.7,
  memorySeconds: KNOCK_SECONDS,
  kernel: TrainKernel,
});
