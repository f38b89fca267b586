/** A stretch of sound as a picture: how much sounds at which pitch and when, and how loud it is. Plain data. */
export interface SoundPicture {
  /** How long the stretch is. */
  readonly seconds: number;
  /** Moments, from left to right. */
  readonly columns: number;
  /** Bands, equally wide on a logarithmic scale, from `lowHz` up to `highHz`. */
  readonly rows: number;
  readonly lowHz: number;
  readonly highHz: number;
  /** Column by column, each from the lowest band up: 0 = nothing to hear .. 255 = strongest. */
  readonly cells: Uint8Array;
  /** Momentary loudness (400 ms), LUFS, evenly over the stretch. */
  readonly lufs: Float32Array;
}

/** Scale of the level line, LUFS: a layer at 0 dB lies at -30. */
export const LEVEL_RANGE = { low: -60, high: -20 } as const;

/** What the gallery asks of the thread that makes pictures. */
export interface PictureQuestion {
  readonly turn: number;
  readonly layer: string;
  readonly params: Readonly<Record<string, number>>;
}

/** Its answer to the question of the same turn; null where there is no such layer. */
export interface PictureAnswer {
  readonly turn: number;
  readonly picture: SoundPicture | null;
}
