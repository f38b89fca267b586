/** How a service is loaded: sent to load-process.ts, which answers with a {@link Loaded}. */
export interface LoadPlan {
  readonly port: number;
  /** Each sends its next request when it has the whole answer to the one before. */
  readonly connections: number;
  readonly seconds: number;
  /** Whose requests are sent. */
  readonly route: string;
  /**
   * Requests as they go over the wire; null where the route's are known from before. `{revision}` stands for the revision
   * that the last answer to it had in its ETag, at first for 1.
   */
  readonly requests: readonly string[] | null;
  /** So many of the requests are in use at a time, `windowStart` first. */
  readonly window: number;
  readonly windowStart: number;
  /** So fast the window moves on through the requests. */
  readonly windowPerSecond: number;
}

export interface Loaded {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly statuses: Readonly<Record<number, number>>;
  readonly windowStart: number;
}
