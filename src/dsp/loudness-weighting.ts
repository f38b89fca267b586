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

/** Normalized biquad: y = b0 x + b1 x1 + b2 x2 - a1 y1 - a2 y2. */
interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** The running K-weighting of two channels, in one loop: each fills the other's waiting, so that both cost little more than one. */
export class StereoKWeighting {
  readonly #shelf: Biquad;
  readonly #highPass: Biquad;
  /** Of the left channel, then of the right: two of the shelf, two of the high-pass. */
  readonly #states = new Float64Array(8);

  /** @param sampleRate frames per second, 8000 or more */
  constructor(sampleRate: number) {
    this.#shelf = shelf(sampleRate);
    this.#highPass = highPass(sampleRate);
  }

  /** Sum of the squares of both channels' weighted samples of [from, to), which follow on the last ones. */
  energy(left: Float32Array, right: Float32Array, from: number, to: number): number {
    const { b0, b1, b2, a1, a2 } = this.#shelf;
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = this.#highPass;
    const states = this.#states;
    let [ls1 = 0, ls2 = 0, lh1 = 0, lh2 = 0, rs1 = 0, rs2 = 0, rh1 = 0, rh2 = 0] = states;
    let frame = from;
    // From rest, silence leaves it at rest.
    if (isAtRest(states)) while (frame < to && left[frame] === 0 && right[frame] === 0) frame++;
    let leftSum = 0;
    let rightSum = 0;
    for (; frame < to; frame++) {
      const leftSample = left[frame] ?? 0;
      const rightSample = right[frame] ?? 0;
      const leftShelved = b0 * leftSample + ls1;
      const rightShelved = b0 * rightSample + rs1;
      ls1 = b1 * leftSample - a1 * leftShelved + ls2;
      rs1 = b1 * rightSample - a1 * rightShelved + rs2;
      ls2 = b2 * leftSample - a2 * leftShelved;
      rs2 = b2 * rightSample - a2 * rightShelved;
      const leftWeighted = c0 * leftShelved + lh1;
      const rightWeighted = c0 * rightShelved + rh1;
      lh1 = c1 * leftShelved - d1 * leftWeighted + lh2;
      rh1 = c1 * rightShelved - d1 * rightWeighted + rh2;
      lh2 = c2 * leftShelved - d2 * leftWeighted;
      rh2 = c2 * rightShelved - d2 * rightWeighted;
      leftSum += leftWeighted * leftWeighted;
      rightSum += rightWeighted * rightWeighted;
    }
    states.set([ls1, ls2, lh1, lh2, rs1, rs2, rh1, rh2]);
    if (Math.abs(lh1) + Math.abs(lh2) < INAUDIBLE) states.fill(0, 0, 4);
    if (Math.abs(rh1) + Math.abs(rh2) < INAUDIBLE) states.fill(0, 4);
    return leftSum + rightSum;
  }
}

function isAtRest(states: Float64Array): boolean {
  return states.every((state) => state === 0);
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
