import { hashUnit } from "./hash.ts";

/** How a kind of bird builds its song: motifs of syllables from the bird's own repertoire. */
export interface SongGrammar {
  /** Where the syllables lie, Hz. */
  readonly lowHz: number;
  readonly highHz: number;
  readonly syllableSeconds: readonly [least: number, most: number];
  readonly restSeconds: readonly [least: number, most: number];
  /** Syllables of a motif, and how many motifs the bird knows. */
  readonly syllables: number;
  readonly repertoire: number;
  /** How often a song has a motif, and the rest between two of them. */
  readonly motifs: readonly [least: number, most: number];
  readonly motifRestSeconds: number;
  /** Whether each motif of a song is another one, or the same again. */
  readonly varied: boolean;
  /** How far the pitch slides in a syllable, and how far it sinks over the song, octaves. */
  readonly slide: number;
  readonly sink: number;
}

/** A song ends before this, seconds. */
export const LONGEST_SONG_SECONDS = 4;
const MOST_SYLLABLES = 32;

/** The syllables of one song of one bird. It composes the same song for the same number every time. */
export class BirdSong {
  count = 0;
  /** From the song's beginning, seconds. */
  readonly atSeconds = new Float64Array(MOST_SYLLABLES);
  readonly seconds = new Float64Array(MOST_SYLLABLES);
  readonly fromHz = new Float64Array(MOST_SYLLABLES);
  readonly toHz = new Float64Array(MOST_SYLLABLES);
  readonly arcHz = new Float64Array(MOST_SYLLABLES);
  readonly #seed: number;
  readonly #grammar: SongGrammar;
  #number = Number.NaN;

  /** @param seed the bird's: its repertoire is its own */
  constructor(seed: number, grammar: SongGrammar) {
    this.#seed = seed;
    this.#grammar = grammar;
  }

  /** Fills the arrays with song `number`. */
  compose(number: number): void {
    if (number === this.#number) return;
    this.#number = number;
    this.count = 0;
    const { motifs, repertoire, syllables, motifRestSeconds, varied } = this.#grammar;
    const wanted = Math.round(within(motifs, hashUnit(this.#seed, number, 1)));
    let seconds = 0;
    for (let repeat = 0; repeat < wanted; repeat++) {
      const choice = hashUnit(this.#seed, number, 2, varied ? repeat : 0);
      const motif = Math.floor(choice * repertoire);
      for (let i = 0; i < syllables; i++) {
        const next = this.#append(motif, i, seconds);
        if (next > LONGEST_SONG_SECONDS || this.count === MOST_SYLLABLES) return;
        this.count++;
        seconds = next;
      }
      seconds += motifRestSeconds;
    }
  }

  /** Writes a syllable behind the last one. @returns when the one after it may begin */
  #append(motif: number, index: number, atSeconds: number): number {
    const { lowHz, highHz, syllableSeconds, restSeconds, slide, sink } = this.#grammar;
    const seed = this.#seed;
    const at = this.count;
    if (at === MOST_SYLLABLES) return Number.POSITIVE_INFINITY;
    const height = (highHz / lowHz) ** hashUnit(seed, motif, index, 11);
    const middleHz = lowHz * height * 2 ** ((-sink * atSeconds) / LONGEST_SONG_SECONDS);
    const slid = slide * (2 * hashUnit(seed, motif, index, 12) - 1);
    this.atSeconds[at] = atSeconds;
    this.seconds[at] = within(syllableSeconds, hashUnit(seed, motif, index, 13));
    this.fromHz[at] = middleHz * 2 ** (slid / 2);
    this.toHz[at] = middleHz * 2 ** (-slid / 2);
    this.arcHz[at] = 0.25 * slide * middleHz * (2 * hashUnit(seed, motif, index, 14) - 1);
    return atSeconds + (this.seconds[at] ?? 0) + within(restSeconds, hashUnit(seed, motif, index, 15));
  }
}

function within(range: readonly [number, number], part: number): number {
  return range[0] + (range[1] - range[0]) * part;
}
