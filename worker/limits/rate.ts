/** So many keys are counted at most; beyond it the oldest are forgotten, which lets their owners begin anew. */
const MAX_KEYS = 20_000;

interface Count {
  used: number;
  readonly endsAtMs: number;
}

/** Counts what a key does within fixed windows of time, in memory: for one process, and until it ends. */
export class Rate {
  readonly #windowMs: number;
  readonly #counts = new Map<string, Count>();

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Counts one more; 0 where that is allowed, else the seconds until it will be. */
  take(key: string, max: number, nowMs: number): number {
    let count = this.#counts.get(key);
    if (!count || count.endsAtMs <= nowMs) {
      this.#counts.delete(key);
      this.#makeRoom(nowMs);
      count = { used: 0, endsAtMs: nowMs + this.#windowMs };
      this.#counts.set(key, count);
    }
    if (count.used >= max) return Math.max(1, Math.ceil((count.endsAtMs - nowMs) / 1000));
    count.used++;
    return 0;
  }

  /** The map is in the order in which windows began, which is the order in which they end. */
  #makeRoom(nowMs: number): void {
    for (const [key, { endsAtMs }] of this.#counts) {
      if (endsAtMs > nowMs && this.#counts.size < MAX_KEYS) return;
      this.#counts.delete(key);
    }
  }
}
