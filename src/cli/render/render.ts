/** Samples of both channels, left and right equally long. */
export type StereoChunk = readonly [Float32Array, Float32Array];

/** Something that can be rendered. */
export interface Render {
  /** Its length. */
  readonly seconds: number;
  /** Renders, and hands over chunk after chunk. */
  render(take: (chunk: StereoChunk) => Promise<void>): Promise<void>;
}

/** Why it cannot be, in one line that says what to do. */
export interface Problem {
  readonly problem: string;
}
