import type { GrainBuffer } from "./grain-buffer.ts";
import { hashBits } from "./hash.ts";
import { ModalBank, type Mode } from "./modal-bank.ts";
import { OnePole } from "./one-pole.ts";
import type { RainDrops } from "./rain-drops.ts";
import { Random } from "./random.ts";

/** Each surface is struck in so many places, each with its own modes. */
const PLACES = 12;

export interface SurfaceSound {
  /** Modes of one place: how many, and between which pitches they lie, Hz. */
  readonly modes: { readonly count: number; readonly fromHz: number; readonly toHz: number };
  /** In how long the lowest and the highest mode fall to 1/e, seconds. */
  readonly decaySeconds: { readonly low: number; readonly high: number };
  /** Noise of the blow: its amplitude beside the modes', and in how long it falls to 1/e, seconds. */
  readonly blow: { readonly gain: number; readonly seconds: number };
  /** What the material lets through of the blows and of the rain beyond it, Hz. */
  readonly lowPassHz: { readonly blow: number; readonly beyond: number };
  readonly strikeGain: number;
  readonly beyondGain: number;
}

/**
 * Something dry that drops strike: leaves, cloth, a tin roof. A strike is the ring of the place that is struck and the
 * noise of the blow, softened by the material; the rain beyond is heard through it.
 */
export class StruckSurface {
  /** Of the next strike. */
  gain = 1;
  readonly #sound: SurfaceSound;
  readonly #seed: number;
  readonly #sampleRate: number;
  /** Strikes, each written when it is first needed. */
  readonly #strikes: readonly Float64Array[];
  readonly #isWritten = new Uint8Array(PLACES);
  readonly #muffle: readonly [OnePole, OnePole];

  constructor(sound: SurfaceSound, seed: number, sampleRate: number) {
    this.#sound = sound;
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    const frames = Math.ceil(strikeSeconds(sound) * sampleRate);
    this.#strikes = Array.from({ length: PLACES }, () => new Float64Array(frames));
    const { beyond } = sound.lowPassHz;
    this.#muffle = [new OnePole(beyond, sampleRate), new OnePole(beyond, sampleRate)];
  }

  reset(): void {
    for (const filter of this.#muffle) filter.reset();
  }

  /** Adds the ring of the drop selected. */
  strike(into: GrainBuffer, drop: RainDrops): void {
    const place = (hashBits(this.#seed, Math.floor(drop.frame)) >>> 0) % PLACES;
    const strike = this.#strikes[place] ?? new Float64Array(0);
    if (this.#isWritten[place] === 0) {
      this.#write(strike, place);
      this.#isWritten[place] = 1;
    }
    into.place(drop.frame, this.gain * this.#sound.strikeGain * drop.level, drop.pan);
    into.write(strike, strike.length);
  }

  /** Turns the far rain in `left` and `right` into what is heard of far and near through the surface. */
  hear(left: Float64Array, right: Float64Array, nearLeft: Float64Array, nearRight: Float64Array): void {
    const gain = this.#sound.beyondGain;
    for (let i = 0; i < left.length; i++) {
      left[i] = gain * ((left[i] ?? 0) + (nearLeft[i] ?? 0));
      right[i] = gain * ((right[i] ?? 0) + (nearRight[i] ?? 0));
    }
    this.#muffle[0].process(left);
    this.#muffle[1].process(right);
  }

  #write(strike: Float64Array, place: number): void {
    const { blow, lowPassHz } = this.#sound;
    const random = new Random();
    random.seed(this.#seed, place);
    const bank = new ModalBank(placeModes(this.#sound, random), this.#sampleRate);
    for (let mode = 0; mode < bank.gains.length; mode++)
      bank.gains[mode] = random.normal() / bank.gains.length ** 0.5;
    const decay = Math.exp(-1 / (blow.seconds * this.#sampleRate));
    // White noise has the same power in every Hz only if its amplitude grows with the sample rate.
    let noise = blow.gain * Math.sqrt(this.#sampleRate / 48_000);
    for (let i = 0; i < strike.length; i++) {
      strike[i] = noise * random.normal();
      noise *= decay;
    }
    bank.add(strike, strike.length);
    new OnePole(lowPassHz.blow, this.#sampleRate).process(strike);
  }
}

/** Length of a strike: until its slowest mode has fallen by 48 dB. */
export function strikeSeconds({ decaySeconds }: SurfaceSound): number {
  return 5.5 * Math.max(decaySeconds.low, decaySeconds.high);
}

/** Modes spread evenly by octave, each astray by up to half a step; the higher, the sooner over. */
function placeModes({ modes, decaySeconds }: SurfaceSound, random: Random): Mode[] {
  return Array.from({ length: modes.count }, (_, i) => {
    const part = Math.min(1, Math.max(0, (i + 0.5 * random.signed()) / (modes.count - 1)));
    return {
      hz: modes.fromHz * (modes.toHz / modes.fromHz) ** part,
      decaySeconds: decaySeconds.low * (decaySeconds.high / decaySeconds.low) ** part,
    };
  });
}
