/** Time as it is given to what waits, so that a test can hold it. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls once, later. @returns the way to call it off */
  after(ms: number, call: () => void): () => void;
}
