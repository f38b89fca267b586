import { type ChoiceParam, equalPower } from "./choice-param.ts";
import { GrainBuffer } from "./grain-buffer.ts";
import { hash, hashBits } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import type { RainDrops } from "./rain-drops.ts";
import { RainWindow } from "./rain-window.ts";
import { Ramp } from "./ramp.ts";
import { StruckSurface, type SurfaceSound, strikeSeconds } from "./struck-surface.ts";

/** What the rain falls on; the numbers of the choices, in order. */
export const SURFACES = ["open", "window", "leaves", "tent", "roof"] as const;
const OPEN = 0;
const WINDOW = 1;

/** Dry surfaces, in the order of the choices. Modes of tent and tin roof: sound specification, section 1. */
const STRUCK: readonly SurfaceSound[] = [
  {
    modes: { count: 4, fromHz: 350, toHz: 2600 },
    decaySeconds: { low: 0.006, high: 0.002 },
    blow: { gain: 1, seconds: 0.0025 },
    lowPassHz: { blow: 4000, beyond: 5500 },
    strikeGain: 0.38,
    beyondGain: 1.2,
  },
  {
    modes: { count: 6, fromHz: 80, toHz: 600 },
    decaySeconds: { low: 0.03, high: 0.01 },
    blow: { gain: 0.8, seconds: 0.004 },
    lowPassHz: { blow: 1500, beyond: 1500 },
    strikeGain: 0.7,
    beyondGain: 1.4,
  },
  {
    modes: { count: 14, fromHz: 150, toHz: 2500 },
    decaySeconds: { low: 0.08, high: 0.02 },
    blow: { gain: 0.8, seconds: 0.0008 },
    lowPassHz: { blow: 5000, beyond: 2500 },
    strikeGain: 0.55,
    beyondGain: 1.2,
  },
];
/** In a downpour no more than so many drops a second are heard to strike; each of them stands for several. */
const HIGHEST_STRIKE_RATE = 160;

/** How long a strike on the surface that rings longest can be heard, seconds. */
export const STRIKE_SECONDS = Math.max(...STRUCK.map(strikeSeconds));

/** Where one listens to the rain: in the open, behind a window, under leaves, cloth or tin. */
export class RainSurfaces {
  /** Of the drops that strike. */
  gain = 1;
  /** By choice; in the open nothing stands between. */
  readonly #places: readonly (RainWindow | StruckSurface | null)[];
  readonly #strikes: GrainBuffer;
  readonly #seed: number;
  /** From here on nothing is left of the strikes so far. */
  #strikesEndFrame = Number.NEGATIVE_INFINITY;
  readonly #strikeFrames: number;
  /** Where nothing was heard since the filters were last cleared. */
  readonly #isAtRest = new Uint8Array(SURFACES.length).fill(1);
  readonly #fade: Ramp = new Ramp();
  readonly #left = new Float64Array(BLOCK_FRAMES);
  readonly #right = new Float64Array(BLOCK_FRAMES);
  readonly #heardLeft = new Float64Array(BLOCK_FRAMES);
  readonly #heardRight = new Float64Array(BLOCK_FRAMES);
  readonly #nearLeft = new Float64Array(BLOCK_FRAMES);
  readonly #nearRight = new Float64Array(BLOCK_FRAMES);

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#strikes = new GrainBuffer(STRIKE_SECONDS, sampleRate);
    this.#strikeFrames = Math.ceil(STRIKE_SECONDS * sampleRate) + 2 * BLOCK_FRAMES;
    const struck = STRUCK.map((sound, i) => new StruckSurface(sound, hash(seed, i), sampleRate));
    this.#places = [null, new RainWindow(sampleRate), ...struck];
  }

  reset(): void {
    this.#strikes.reset();
    this.#strikesEndFrame = Number.NEGATIVE_INFINITY;
    for (const place of this.#places) place?.reset();
    this.#isAtRest.fill(1);
  }

  /** Part of the drops that fall where it is wet, and splash. */
  splashing(surface: ChoiceParam<string>): number {
    return equalPower((surface.from[OPEN] ?? 0) + (surface.from[WINDOW] ?? 0));
  }

  /** Lets the drop selected strike whatever is dry. */
  strike(drop: RainDrops, surface: ChoiceParam<string>): void {
    if (surface.from[OPEN] === 1) return;
    const kept = HIGHEST_STRIKE_RATE / drop.rate;
    if ((hashBits(this.#seed, Math.floor(drop.frame)) >>> 0) / 4294967296 >= kept) return;
    const level = this.gain / Math.sqrt(Math.min(1, kept));
    for (let choice = 0; choice < this.#places.length; choice++) {
      const place = this.#places[choice];
      const weight = surface.from[choice] ?? 0;
      if (weight === 0 || !(place instanceof StruckSurface)) continue;
      place.gain = level * equalPower(weight);
      place.strike(this.#strikes, drop);
      this.#strikesEndFrame = drop.frame + this.#strikeFrames;
    }
  }

  /** Drops what was struck up to the end of a block that is not heard. */
  pass(frame: number): void {
    this.#strikes.take(this.#left, this.#right, frame);
  }

  /**
   * Turns the far rain in `left` and `right` into what is heard of all rain.
   * @param near what falls near: patter and splashes of the block
   */
  hear(
    left: Float64Array,
    right: Float64Array,
    near: { readonly left: Float64Array; readonly right: Float64Array },
    surface: ChoiceParam<string>,
    frame: number,
  ): void {
    if (surface.from[OPEN] === 1 && surface.to[OPEN] === 1 && frame >= this.#strikesEndFrame) {
      for (let choice = 0; choice < this.#places.length; choice++) this.#rest(choice);
      add(left, near.left);
      add(right, near.right);
      return;
    }
    this.#left.fill(0);
    this.#right.fill(0);
    for (let choice = 0; choice < this.#places.length; choice++) {
      const place = this.#places[choice];
      if (!surface.isHeard(choice)) {
        this.#rest(choice);
        continue;
      }
      this.#isAtRest[choice] = 0;
      this.#heardLeft.set(left);
      this.#heardRight.set(right);
      this.#nearLeft.set(near.left);
      this.#nearRight.set(near.right);
      if (place) place.hear(this.#heardLeft, this.#heardRight, this.#nearLeft, this.#nearRight);
      else {
        add(this.#heardLeft, this.#nearLeft);
        add(this.#heardRight, this.#nearRight);
      }
      const fade = this.#fade;
      fade.from = equalPower(surface.from[choice] ?? 0);
      fade.to = equalPower(surface.to[choice] ?? 0);
      addFaded(this.#left, this.#heardLeft, fade);
      addFaded(this.#right, this.#heardRight, fade);
    }
    this.#strikes.take(left, right, frame);
    add(left, this.#left);
    add(right, this.#right);
  }

  /** Every place is at rest when it begins to be heard, wherever rendering began. */
  #rest(choice: number): void {
    if (this.#isAtRest[choice] === 0) this.#places[choice]?.reset();
    this.#isAtRest[choice] = 1;
  }
}

function add(out: Float64Array, sound: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + (sound[i] ?? 0);
}

function addFaded(out: Float64Array, sound: Float64Array, fade: Ramp): void {
  const step = (fade.to - fade.from) / out.length;
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + (fade.from + step * i) * (sound[i] ?? 0);
}
