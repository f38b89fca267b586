import { BedPinkFilter } from "../../../src/dsp/bed-pink-filter.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { FanTone } from "../../../src/dsp/fan-tone.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { SoftEdge } from "../../../src/dsp/soft-edge.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "speed" | "distance";

const USUAL_RPM = 950;
/** Level grows with this power of the speed: 6 dB a doubling, so that no hand on the switch startles (a free fan has 15). */
const SPEED_POWER = 1;
const AIR_GAIN = 0.05;
/** Where the air's slope goes from -3 to about -6 dB/octave, the farther the fan the more, Hz. */
const EDGE_HZ = 400;
const TONE_GAIN = 0.022;
/** The blades chop the stream of air by this part, near by. */
const CHOP = 0.18;
/** Eddies: slow changes of the air, one deviation, linear. */
const EDDIES = { part: 0.03, slowestSeconds: 8, fastestSeconds: 0.5 };

class FanKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #pinks: readonly [BedPinkFilter, BedPinkFilter];
  readonly #edges: readonly [SoftEdge, SoftEdge];
  readonly #blades: FanTone;
  readonly #eddies: Weather;
  readonly #speed: SmoothParam<Name>;
  readonly #distance: SmoothParam<Name>;
  #paramAt: ParamAt<Name> = () => USUAL_RPM;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "fan/air"), { coherentLows: { sampleRate }, gain: AIR_GAIN });
    this.#pinks = [new BedPinkFilter(), new BedPinkFilter()];
    this.#edges = [new SoftEdge(EDGE_HZ, sampleRate), new SoftEdge(EDGE_HZ, sampleRate)];
    this.#blades = new FanTone(seedFor(seed, "fan/motor"), sampleRate, (frame) =>
      this.#paramAt("speed", frame),
    );
    this.#eddies = new Weather(seedFor(seed, "fan/eddies"), EDDIES.slowestSeconds, EDDIES.fastestSeconds);
    this.#speed = new SmoothParam("speed", sampleRate);
    this.#distance = new SmoothParam("distance", sampleRate);
  }

  protected start(_frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#noise.reset();
    this.#blades.reset();
    for (const filter of [...this.#pinks, ...this.#edges]) filter.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#speed.read(paramAt, frame);
    this.#distance.read(paramAt, frame);
    this.#blades.render(frame);
    this.#noise.fill(this.left, this.right, frame / BLOCK_FRAMES);
    this.#eddies.read(frame, this.#sampleRate);
    this.#side(this.left, 0);
    this.#side(this.right, 1);
  }

  #side(samples: Float64Array, side: 0 | 1): void {
    const { tone, chop } = this.#blades;
    this.#pinks[side].process(samples);
    this.#edges[side].process(samples, this.#distance);
    const from = gain(this.#eddies.from, this.#speed.from);
    const step = (gain(this.#eddies.to, this.#speed.to) - from) / BLOCK_FRAMES;
    const chopping = CHOP * (1 - 0.5 * this.#distance.from);
    const chopStep = (CHOP * (1 - 0.5 * this.#distance.to) - chopping) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const air = (samples[i] ?? 0) * (1 + (chopping + chopStep * i) * (chop[i] ?? 0));
      samples[i] = (from + step * i) * (air + TONE_GAIN * (tone[i] ?? 0));
    }
  }
}

/** @param eddies in deviations */
function gain(eddies: number, rpm: number): number {
  return (1 + EDDIES.part * eddies) * (rpm / USUAL_RPM) ** SPEED_POWER;
}

/**
 * A fan with five blades: noise that falls by 3-6 dB/octave, chopped by the blades, and the blade tone (blades x turns a
 * second) with four harmonics, its speed wandering by 0.3 %.
 * @source blade-passing frequency = blades x rpm / 60
 */
export const fan = defineLayer({
  id: "fan",
  family: "comfort",
  character: "texture",
  params: {
    speed: { min: 600, max: 1400, default: USUAL_RPM, unit: "/min" },
    distance: { min: 0, max: 1, default: 0.4, unit: "" },
  },
  macro: { calm: { speed: 650, distance: 0.9 }, lively: { speed: 1250, distance: 0.1 } },
  loudnessLufs: -17.5,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: FanKernel,
});
