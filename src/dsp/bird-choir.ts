import { BirdSong, LONGEST_SONG_SECONDS, type SongGrammar } from "./bird-song.ts";
import { dbToGain } from "./db.ts";
import { EventSlots } from "./event-slots.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { seedFor } from "./seed-for.ts";
import { Whistle } from "./whistle.ts";

/** Slow flutes, two different phrases a song: like a blackbird. */
const BLACKBIRD: SongGrammar = {
  lowHz: 1600,
  highHz: 2600,
  syllableSeconds: [0.14, 0.3],
  restSeconds: [0.03, 0.09],
  syllables: 5,
  repertoire: 9,
  motifs: [2, 2],
  motifRestSeconds: 0.45,
  varied: true,
  slide: 0.22,
  sink: 0,
};
/** Two notes, up and down, again and again: like a great tit. */
const GREAT_TIT: SongGrammar = {
  lowHz: 2900,
  highHz: 4000,
  syllableSeconds: [0.12, 0.2],
  restSeconds: [0.04, 0.09],
  syllables: 2,
  repertoire: 3,
  motifs: [5, 8],
  motifRestSeconds: 0,
  varied: false,
  slide: 0.05,
  sink: 0,
};
/** Every short phrase three or four times: like a song thrush. */
const SONG_THRUSH: SongGrammar = {
  lowHz: 2000,
  highHz: 3600,
  syllableSeconds: [0.1, 0.2],
  restSeconds: [0.03, 0.08],
  syllables: 3,
  repertoire: 12,
  motifs: [3, 4],
  motifRestSeconds: 0.22,
  varied: false,
  slide: 0.3,
  sink: 0,
};
/** A clear run that sinks and fades: like a willow warbler. */
const WILLOW_WARBLER: SongGrammar = {
  lowHz: 3900,
  highHz: 4300,
  syllableSeconds: [0.11, 0.15],
  restSeconds: [0.05, 0.08],
  syllables: 1,
  repertoire: 4,
  motifs: [13, 17],
  motifRestSeconds: 0,
  varied: true,
  slide: 0.18,
  sink: 1.1,
};
/** High and low in turn, never twice the same: like a robin. */
const ROBIN: SongGrammar = {
  lowHz: 2200,
  highHz: 4800,
  syllableSeconds: [0.07, 0.22],
  restSeconds: [0.03, 0.12],
  syllables: 7,
  repertoire: 14,
  motifs: [2, 2],
  motifRestSeconds: 0.25,
  varied: true,
  slide: 0.5,
  sink: 0,
};
/** A bright chatter that ends in flutes: like a blackcap. */
const BLACKCAP: SongGrammar = {
  lowHz: 1800,
  highHz: 3300,
  syllableSeconds: [0.08, 0.18],
  restSeconds: [0.02, 0.05],
  syllables: 9,
  repertoire: 8,
  motifs: [2, 2],
  motifRestSeconds: 0.1,
  varied: true,
  slide: 0.35,
  sink: 0,
};

/**
 * The birds, in the order in which they wake up; how loud each is, dB, and where, -1 left .. 1 right: near the middle or
 * far aside, since halfway these pitches would reach both ears in opposite phase.
 */
export const BIRDS = [
  { grammar: BLACKBIRD, gainDb: -4.5, pan: -0.15 },
  { grammar: SONG_THRUSH, gainDb: -3, pan: 0.8 },
  { grammar: ROBIN, gainDb: -4, pan: -0.9 },
  { grammar: GREAT_TIT, gainDb: -5, pan: 0.12 },
  { grammar: BLACKCAP, gainDb: -6, pan: 0.95 },
  { grammar: WILLOW_WARBLER, gainDb: -7.5, pan: -0.08 },
] as const;
const FEWEST_BIRDS = 3;

/** From the beginning of a bird's song to its next one's, when it sings most. */
const GAP_SECONDS = { least: 7.2, most: 9 };
/** When each bird's turn comes, part of the mean gap: the first three leave each other room, the others sing between. */
const TURNS = [0, 1 / 3, 2 / 3, 1 / 6, 1 / 2, 5 / 6] as const;
const MOST_SONGS_PER_MINUTE = 120 / (GAP_SECONDS.least + GAP_SECONDS.most);
const FEWEST_SONGS_PER_MINUTE = 4;

/** No syllable is longer, seconds. */
export const SYLLABLE_SECONDS = 0.32;
const EDGES = { attackPart: 0.3, leastSeconds: 0.015, releasePart: 0.5 };
const PARTIALS = { second: 0.07, third: 0.025, fourth: 0.01 };
/** From syllable to syllable the level strays so far, dB. */
const LEVEL_STRAY_DB = 0.5;

/** Three to six birds, each of another kind, that sing by turns of their own. */
export class BirdChoir {
  /** Where the songs that begin in the last block written begin, frames, and which bird's they are. */
  readonly songFrame = new Float64Array(BIRDS.length);
  readonly songBird = new Float64Array(BIRDS.length);
  readonly #sampleRate: number;
  readonly #gain: number;
  readonly #birds: readonly Bird[];
  readonly #whistle = new Whistle();
  readonly #grain: Float64Array;

  /** @param gain amplitude of a bird of 0 dB */
  constructor(seed: number, sampleRate: number, gain: number) {
    this.#sampleRate = sampleRate;
    this.#gain = gain;
    this.#birds = BIRDS.map(({ grammar, gainDb, pan }, index) => {
      const own = seedFor(seed, `bird ${index}`);
      const slots = new EventSlots(own, GAP_SECONDS, LONGEST_SONG_SECONDS + 1);
      const lateSeconds = ((TURNS[index] ?? 0) * (GAP_SECONDS.least + GAP_SECONDS.most)) / 2;
      return {
        index,
        seed: own,
        slots,
        lateSeconds,
        song: new BirdSong(own, grammar),
        gain: dbToGain(gainDb),
        pan,
        presence: 0,
      };
    });
    this.#grain = new Float64Array(Math.ceil(SYLLABLE_SECONDS * sampleRate));
  }

  /**
   * Writes the syllables that begin in the block at `frame`.
   * @param densityAt planned density at an absolute frame: 0 (three birds, 4 songs a minute each) .. 1 (six, 7.4)
   * @param wakeAt how far they have woken up there: 0 (none yet) .. 1 (all that the density asks for)
   * @returns how many songs begin
   */
  write(
    into: GrainBuffer,
    frame: number,
    densityAt: (frame: number) => number,
    wakeAt: (frame: number) => number,
  ): number {
    const rate = this.#sampleRate;
    let songs = 0;
    for (const bird of this.#birds) {
      const { slots, lateSeconds } = bird;
      const from = frame / rate - lateSeconds;
      const count = slots.find(from - LONGEST_SONG_SECONDS, (frame + BLOCK_FRAMES) / rate - lateSeconds);
      for (let i = 0; i < count; i++) {
        const start = Math.round(((slots.startSeconds[i] ?? 0) + lateSeconds) * rate);
        const wake = wakeAt(start);
        const density = wake * densityAt(start);
        const often = FEWEST_SONGS_PER_MINUTE + (MOST_SONGS_PER_MINUTE - FEWEST_SONGS_PER_MINUTE) * density;
        if ((slots.rank[i] ?? 1) >= often / MOST_SONGS_PER_MINUTE) continue;
        const birds = wake * FEWEST_BIRDS + density * (BIRDS.length - FEWEST_BIRDS);
        const presence = Math.min(1, birds - bird.index);
        if (presence <= 0) continue;
        bird.song.compose(slots.slot[i] ?? 0);
        bird.presence = presence;
        this.#sing(into, frame, start, bird, slots.slot[i] ?? 0);
        if (start < frame || start >= frame + BLOCK_FRAMES) continue;
        this.songBird[songs] = bird.index;
        this.songFrame[songs++] = start;
      }
    }
    return songs;
  }

  #sing(into: GrainBuffer, frame: number, start: number, bird: Bird, number: number): void {
    const { song } = bird;
    for (let i = 0; i < song.count; i++) {
      const at = start + Math.round((song.atSeconds[i] ?? 0) * this.#sampleRate);
      if (at < frame || at >= frame + BLOCK_FRAMES) continue;
      this.#syllable(into, at, bird, number, i);
    }
  }

  #syllable(into: GrainBuffer, at: number, bird: Bird, number: number, i: number): void {
    const { song } = bird;
    const whistle = this.#whistle;
    const seconds = song.seconds[i] ?? 0.1;
    whistle.seconds = seconds;
    whistle.fromHz = song.fromHz[i] ?? 2000;
    whistle.toHz = song.toHz[i] ?? 2000;
    whistle.arcHz = song.arcHz[i] ?? 0;
    whistle.attackSeconds = Math.max(EDGES.leastSeconds, EDGES.attackPart * seconds);
    whistle.releaseSeconds = Math.max(EDGES.leastSeconds, EDGES.releasePart * seconds);
    whistle.second = PARTIALS.second;
    whistle.third = PARTIALS.third;
    // Of the highest ones the fourth partial would come near the end of what a file can hold.
    whistle.fourth = Math.max(whistle.fromHz, whistle.toHz) < 4000 ? PARTIALS.fourth : 0;
    const length = whistle.write(this.#grain, this.#sampleRate);
    const stray = LEVEL_STRAY_DB * (2 * hashUnit(bird.seed, number, i, 3) - 1);
    into.add(this.#grain, length, at, this.#gain * bird.gain * bird.presence * dbToGain(stray), bird.pan);
  }
}

interface Bird {
  readonly index: number;
  readonly seed: number;
  readonly slots: EventSlots;
  readonly lateSeconds: number;
  readonly song: BirdSong;
  readonly gain: number;
  readonly pan: number;
  /** How much of it has woken up, 0..1, at the song that is sung. */
  presence: number;
}
