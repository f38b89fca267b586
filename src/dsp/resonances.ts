import { bandPass } from "./biquad.ts";
import { type CoupledForm, coupledForm } from "./coupled-biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { snap } from "./snap.ts";

export interface Resonance {
  readonly hz: number;
  readonly q: number;
  /** Linear, at its centre. */
  readonly gain: number;
}

/**
 * Resonances side by side, as of a throat or a box: each passes its own band, and what they pass is added. Each is a pair of
 * states that turns by its poles' angle, as in `CoupledBiquad`; two of them are reckoned in one loop, because either waits
 * for itself from sample to sample.
 */
export class Resonances {
  readonly #pairs: readonly Pair[];
  readonly #sum = new Float64Array(BLOCK_FRAMES);

  /** @param resonances each with a Q above 0.5 */
  constructor(resonances: readonly Resonance[], sampleRate: number) {
    const sections = resonances.map((resonance) => new Section(resonance, sampleRate));
    const pairs: Pair[] = [];
    for (let i = 0; i < sections.length; i += 2) {
      const [one, other] = [
        sections[i],
        sections[i + 1] ?? new Section({ hz: 1000, q: 1, gain: 0 }, sampleRate),
      ];
      if (one) pairs.push([one, other]);
    }
    this.#pairs = pairs;
  }

  reset(): void {
    for (const [one, other] of this.#pairs) {
      one.reset();
      other.reset();
    }
  }

  /** Filters a block in place. */
  process(samples: Float64Array): void {
    const sum = this.#sum;
    sum.fill(0);
    for (const [one, other] of this.#pairs) addBoth(sum, samples, one, other);
    samples.set(sum);
  }
}

type Pair = readonly [Section, Section];

/** One band-pass in coupled form, and its states. */
class Section {
  readonly form: CoupledForm;
  first = 0;
  second = 0;

  constructor({ hz, q, gain }: Resonance, sampleRate: number) {
    const { b0, b1, b2, a1, a2 } = bandPass(hz, q, sampleRate);
    this.form = coupledForm({ b0: gain * b0, b1: gain * b1, b2: gain * b2, a1, a2 });
  }

  reset(): void {
    this.first = this.second = 0;
  }
}

/** Adds what two sections pass of the input to `out`. */
function addBoth(out: Float64Array, input: Float64Array, one: Section, other: Section): void {
  const { re, im, fromFirst, fromSecond } = one.form;
  const { re: otherRe, im: otherIm, fromFirst: fromThird, fromSecond: fromFourth } = other.form;
  const direct = one.form.direct + other.form.direct;
  let { first, second } = one;
  let { first: third, second: fourth } = other;
  for (let i = 0; i < input.length; i++) {
    const x = input[i] ?? 0;
    const passed = fromFirst * first + fromSecond * second + (fromThird * third + fromFourth * fourth);
    out[i] = (out[i] ?? 0) + direct * x + passed;
    const turned = re * first + (x - im * second);
    second = im * first + re * second;
    first = turned;
    const otherTurned = otherRe * third + (x - otherIm * fourth);
    fourth = otherIm * third + otherRe * fourth;
    third = otherTurned;
  }
  one.first = snap(first);
  one.second = snap(second);
  other.first = snap(third);
  other.second = snap(fourth);
}
