import { describe, expect, it } from "vitest";
import { BIRDS, BirdChoir, SYLLABLE_SECONDS } from "../../src/dsp/bird-choir.ts";
import { BirdSong, LONGEST_SONG_SECONDS } from "../../src/dsp/bird-song.ts";
import { GrainBuffer } from "../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";

/** Songs and syllables are only counted here: a low rate will do. */
const RATE = 4000;
const MINUTES = 4;

/** A grain buffer that notes when syllables begin and how long they are, seconds. */
class Notes extends GrainBuffer {
  readonly starts: number[] = [];
  readonly lengths: number[] = [];
  override add(_grain: Float64Array, length: number, frame: number): void {
    this.starts.push(frame / RATE);
    this.lengths.push(length / RATE);
  }
}

function sing(density: number, wakeAt: (frame: number) => number = () => 1) {
  const choir = new BirdChoir(1, RATE, 1);
  const notes = new Notes(SYLLABLE_SECONDS, RATE);
  const songs: { readonly bird: number; readonly seconds: number }[] = [];
  for (let frame = 0; frame < MINUTES * 60 * RATE; frame += BLOCK_FRAMES) {
    const count = choir.write(notes, frame, () => density, wakeAt);
    for (let i = 0; i < count; i++) {
      songs.push({ bird: choir.songBird[i] ?? -1, seconds: (choir.songFrame[i] ?? 0) / RATE });
    }
  }
  return { songs, notes };
}

describe("birds", () => {
  it.each([
    [0, 3, 4],
    [0.5, 5, 5.7],
    [1, 6, 7.4],
  ])("at density %d are %i birds, each with %d songs a minute", (density, birds, songsPerMinute) => {
    const { songs } = sing(density);
    expect(new Set(songs.map(({ bird }) => bird)).size).toBe(birds);
    expect(Math.abs(songs.length / birds / MINUTES / songsPerMinute - 1)).toBeLessThan(0.1);
  });

  it("sing syllables of 50 to 320 ms, in songs of 2 to 4 s", () => {
    const { notes } = sing(0.5);
    for (const length of notes.lengths) {
      expect(length).toBeGreaterThan(0.05);
      expect(length).toBeLessThanOrEqual(SYLLABLE_SECONDS);
    }
    for (const { grammar } of BIRDS) {
      const song = new BirdSong(3, grammar);
      for (let number = 0; number < 30; number++) {
        song.compose(number);
        const last = song.count - 1;
        const songSeconds = (song.atSeconds[last] ?? 0) + (song.seconds[last] ?? 0);
        expect(songSeconds).toBeGreaterThan(1.7);
        expect(songSeconds).toBeLessThanOrEqual(LONGEST_SONG_SECONDS);
      }
    }
  });

  it("wake up one after the other", () => {
    const { songs } = sing(1, (frame) => frame / (MINUTES * 60 * RATE));
    const firsts = [0, 1, 2, 3, 4, 5].map(
      (bird) => songs.find((song) => song.bird === bird)?.seconds ?? Number.POSITIVE_INFINITY,
    );
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(firsts[5]).toBeGreaterThan(MINUTES * 30);
    const early = songs.filter(({ seconds }) => seconds < MINUTES * 30).length;
    expect(songs.length - early).toBeGreaterThan(2 * early);
  });

  it("keep to their repertoire: a song comes back note for note, and another one differs", () => {
    const grammar = {
      lowHz: 2000,
      highHz: 4000,
      syllableSeconds: [0.1, 0.2],
      restSeconds: [0.05, 0.1],
      syllables: 3,
      repertoire: 2,
      motifs: [3, 3],
      motifRestSeconds: 0.2,
      varied: false,
      slide: 0.3,
      sink: 0,
    } as const;
    const song = new BirdSong(7, grammar);
    const notes = (number: number) => {
      song.compose(number);
      return [...song.fromHz.subarray(0, song.count)];
    };
    const all = Array.from({ length: 20 }, (_, number) => notes(number));
    expect(new Set(all.map(String)).size).toBe(2);
    expect(notes(3)).toEqual(all[3]);
    for (const one of all) {
      expect(one.length).toBe(9);
      expect(one.slice(3, 6)).toEqual(one.slice(0, 3));
      for (const hz of one) expect(hz > 1700 && hz < 4600).toBe(true);
    }
  });
});
