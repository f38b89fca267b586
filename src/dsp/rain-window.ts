import { Biquad, BUTTERWORTH_Q, lowPass } from "./biquad.ts";
import { GlassPane } from "./glass-pane.ts";
import { BLOCK_FRAMES } from "./layer.ts";

/** What a closed window lets through of the far rain, Hz. */
const MUFFLED_HZ = 900;
const MUFFLED_GAIN = 1.5;
const GLASS_GAIN = 2;

/** Where one listens to the rain: in the open, behind a pane that the drops strike, or on the way between the two. */
export class RainWindow {
  readonly #glass: GlassPane;
  readonly #muffleLeft: Biquad;
  readonly #muffleRight: Biquad;
  #isAtRest = true;
  readonly #insideLeft = new Float64Array(BLOCK_FRAMES);
  readonly #insideRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number) {
    const muffled = lowPass(MUFFLED_HZ, BUTTERWORTH_Q, sampleRate);
    this.#glass = new GlassPane(sampleRate);
    this.#muffleLeft = new Biquad(muffled);
    this.#muffleRight = new Biquad(muffled);
  }

  reset(): void {
    this.#isAtRest = true;
    this.#glass.reset();
    this.#muffleLeft.reset();
    this.#muffleRight.reset();
  }

  /**
   * Adds the drops to the bed in `left` and `right`; the drops' blocks are used up.
   * @param closed 0 in the open .. 1 behind glass, at the first frame of this block and of the next
   */
  mix(
    left: Float64Array,
    right: Float64Array,
    dropsLeft: Float64Array,
    dropsRight: Float64Array,
    closed: { readonly from: number; readonly to: number },
  ): void {
    if (closed.from === 0 && closed.to === 0) {
      // The pane is at rest whenever it begins to close, wherever rendering began.
      if (!this.#isAtRest) this.reset();
      add(left, dropsLeft);
      add(right, dropsRight);
      return;
    }
    this.#isAtRest = false;
    this.#insideLeft.set(left);
    this.#insideRight.set(right);
    this.#muffleLeft.process(this.#insideLeft);
    this.#muffleRight.process(this.#insideRight);
    add(left, dropsLeft);
    add(right, dropsRight);
    this.#glass.process(dropsLeft, dropsRight);
    goInside(left, this.#insideLeft, dropsLeft, closed.from, closed.to);
    goInside(right, this.#insideRight, dropsRight, closed.from, closed.to);
  }
}

function add(bed: Float64Array, drops: Float64Array): void {
  for (let i = 0; i < bed.length; i++) bed[i] = (bed[i] ?? 0) + (drops[i] ?? 0);
}

/** Fades from what is heard outside (in `out`) to muffled bed and ringing glass. */
function goInside(
  out: Float64Array,
  muffled: Float64Array,
  glass: Float64Array,
  from: number,
  to: number,
): void {
  const step = (to - from) / out.length;
  for (let i = 0; i < out.length; i++) {
    const outside = out[i] ?? 0;
    const inside = MUFFLED_GAIN * (muffled[i] ?? 0) + GLASS_GAIN * (glass[i] ?? 0);
    out[i] = outside + (from + step * i) * (inside - outside);
  }
}
