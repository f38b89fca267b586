/** Samples of both channels, left and right equally long. */
export type StereoChunk = readonly [Float32Array, Float32Array];

/** Something that can be rendered. */
export interface Render {
  /** Its length. */
  readonly seconds: number;
  /** Renders, chunk after chunk. */
  chunks(): Iterable<StereoChunk> | AsyncIterable<StereoChunk>;
}

/** Why it cannot be, in one line that says what to do. */
export interface Problem {
  readonly problem: string;
}
