/**
 * K-weighting of ITU-R BS.1770-4: a high shelf (+4 dB, the head) and a high-pass (38 Hz). The recommendation prints
 * coefficients for 48 kHz alone; here both stages are built for any rate by the bilinear transform of the analogue
 * prototypes whose 48 kHz image those coefficients are (De Man, "Evaluation of implementations of the EBU R128
 * loudness measurement", AES 145, 2018).
 */

const SHELF = {
  hz: 1681.974450955533,
  q: 0.7071752369554196,
  gainDb: 3.999843853973347,
  bend: 0.4996667741545416,
};
const HIGH_PASS = { hz: 38.13547087602444, q: 0.5003270373238773 };

const INAUDIBLE = 1e-30;
const NONE = [0, 0, 0, 0] as const;

/** Normalized biquad: y = b0 x + b1 x1 + b2 x2 - a1 y1 - a2 y2. */
interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** One channel's running K-weighting. */
export class KWeighting {
  readonly #shelf: Biquad;
  readonly #highPass: Biquad;
  // Transposed direct form II: two states per stage.
  #s1 = 0;
  #s2 = 0;
  #h1 = 0;
  #h2 = 0;

  /** @param sampleRate frames per second, 8000 or more */
  constructor(sampleRate: number) {
    this.#shelf = shelf(sampleRate);
    this.#highPass = highPass(sampleRate);
  }

  /** Sum of the squares of the weighted samples of [from, to), which follow on the last ones. */
  energy(samples: Float32Array, from: number, to: number): number {
    const { b0, b1, b2, a1, a2 } = this.#shelf;
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = this.#highPass;
    let [s1, s2, h1, h2] = [this.#s1, this.#s2, this.#h1, this.#h2];
    let sum = 0;
    for (let frame = from; frame < to; frame++) {
      const sample = samples[frame] ?? 0;
      const shelved = b0 * sample + s1;
      s1 = b1 * sample - a1 * shelved + s2;
      s2 = b2 * sample - a2 * shelved;
      const weighted = c0 * shelved + h1;
      h1 = c1 * shelved - d1 * weighted + h2;
      h2 = c2 * shelved - d2 * weighted;
      sum += weighted * weighted;
    }
    // In silence a filter rings on in numbers too small for the processor to be quick with.
    [this.#s1, this.#s2, this.#h1, this.#h2] =
      Math.abs(h1) + Math.abs(h2) < INAUDIBLE ? NONE : [s1, s2, h1, h2];
    return sum;
  }
}

function shelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * SHELF.hz) / sampleRate);
  const high = 10 ** (SHELF.gainDb / 20);
  const band = high ** SHELF.bend;
  const a0 = 1 + k / SHELF.q + k * k;
  return {
    b0: (high + (band * k) / SHELF.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / SHELF.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF.q + k * k) / a0,
  };
}

/** The recommendation leaves this stage's numerator at 1, -2, 1; its gain is part of the -0.691 dB offset. */
function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * HIGH_PASS.hz) / sampleRate);
  const a0 = 1 + k / HIGH_PASS.q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / HIGH_PASS.q + k * k) / a0 };
}
