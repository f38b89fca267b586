import { EventSlots } from "./event-slots.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { Strike } from "./strike.ts";

/** Phrases are looked for once in so many seconds. */
const STRETCH_SECONDS = 4;

/** How strikes follow on each other. */
export interface PhraseShape {
  /** From the beginning of one phrase to the next. */
  readonly phraseSeconds: { readonly least: number; readonly mean: number; readonly most: number };
  /** From a strike to the next one of its phrase, against the planned mean gap; the last is left to ring. */
  readonly strikeGap: { readonly least: number; readonly most: number };
  readonly mostStrikes: number;
  /** From the last strike of a phrase to the next phrase, or thereabouts. */
  readonly restSeconds: number;
  /** How many modes a strike has, how long it sounds, and how much of that it takes to end. */
  readonly modes: number;
  readonly strikeSeconds: number;
  readonly releaseSeconds: number;
}

/** What a strike is made of, asked for once when it begins. */
export interface StrikePlan {
  /** Planned mean time between strikes, seconds. */
  gapSecondsAt(frame: number): number;
  /**
   * Sets the attack and the modes of a strike.
   * @param strike its number and its first frame are set
   * @param restSeconds since the strike before it
   */
  set(strike: Strike, restSeconds: number): void;
}

/** A bowl or a bell that is struck in short phrases: a function of (seed, frame, plan), however far back they began. */
export class StrikePhrases {
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #shape: PhraseShape;
  readonly #plan: StrikePlan;
  readonly #phrases: EventSlots;
  readonly #longestSeconds: number;
  #stretch = Number.NaN;
  /** Phrases that can sound in this stretch. */
  #found = 0;
  /** All that can sound at once, each where its number says. */
  readonly #strikes: readonly Strike[];

  constructor(seed: number, sampleRate: number, shape: PhraseShape, plan: StrikePlan) {
    const { phraseSeconds, strikeGap, mostStrikes, strikeSeconds } = shape;
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#shape = shape;
    this.#plan = plan;
    // As many strikes as fit a phrase at the mean gap, and they come closer than that.
    this.#longestSeconds = strikeSeconds + strikeGap.most * phraseSeconds.mean;
    this.#phrases = new EventSlots(seed, phraseSeconds, this.#longestSeconds + STRETCH_SECONDS + 3);
    const spare = mostStrikes * (Math.ceil(this.#longestSeconds / phraseSeconds.least) + 2);
    this.#strikes = Array.from(
      { length: spare },
      () => new Strike(shape.modes, strikeSeconds, shape.releaseSeconds, sampleRate),
    );
  }

  reset(): void {
    for (const strike of this.#strikes) strike.number = Number.NaN;
  }

  /** Adds the block that begins at an absolute frame. */
  add(left: Float64Array, right: Float64Array, frame: number): void {
    const phrases = this.#phrases;
    const stretch = Math.floor(frame / this.#sampleRate / STRETCH_SECONDS);
    if (stretch !== this.#stretch) {
      this.#stretch = stretch;
      const from = stretch * STRETCH_SECONDS;
      this.#found = phrases.find(from - this.#longestSeconds - 1, from + STRETCH_SECONDS + 1);
    }
    for (let phrase = 0; phrase < this.#found; phrase++) {
      const slot = phrases.slot[phrase] ?? 0;
      let seconds = phrases.startSeconds[phrase] ?? 0;
      if (this.#frameAt(seconds) >= frame + BLOCK_FRAMES) return;
      const gapSeconds = this.#plan.gapSecondsAt(this.#frameAt(seconds));
      // Phrases of two lengths in turn make any mean gap; the rank spreads them evenly.
      const wanted = Math.floor(this.#shape.phraseSeconds.mean / gapSeconds + (phrases.rank[phrase] ?? 0));
      const strikes = Math.min(this.#shape.mostStrikes, wanted);
      let restSeconds = this.#shape.restSeconds;
      for (let index = 0; index < strikes; index++) {
        const number = this.#shape.mostStrikes * slot + index;
        const startFrame = this.#frameAt(seconds);
        if (startFrame >= frame + BLOCK_FRAMES) break;
        this.#strike(number, startFrame, restSeconds)?.add(left, right, frame);
        restSeconds = gapSeconds * this.#strikeGap(number);
        seconds += restSeconds;
      }
    }
  }

  #strike(number: number, startFrame: number, restSeconds: number): Strike | undefined {
    const spare = this.#strikes.length;
    const strike = this.#strikes[((number % spare) + spare) % spare];
    if (strike && strike.number !== number) {
      strike.number = number;
      strike.startFrame = startFrame;
      this.#plan.set(strike, restSeconds);
    }
    return strike;
  }

  #strikeGap(number: number): number {
    const { least, most } = this.#shape.strikeGap;
    return least + (most - least) * hashUnit(this.#seed, number, 4);
  }

  #frameAt(seconds: number): number {
    return Math.round(seconds * this.#sampleRate);
  }
}

/** How strong a strike into a ring is, so that it makes that as loud again, and not louder. */
export function strengthInto(restSeconds: number, t60Seconds: number): number {
  return Math.sqrt(1 - 10 ** ((-6 * restSeconds) / t60Seconds));
}
