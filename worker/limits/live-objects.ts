/** workerd lets go of an object that has been idle for this long. */
const LIVE_MS = 10_000;

/**
 * Keeps the number of objects that are in memory at the same time within bounds. On raw workerd each live one holds
 * about three descriptors and 240 KB; past the process's limit it would end, so beyond the bound there is a 503 first.
 * An object counts as live for 10 s after its last request. One that is live already is never refused.
 */
export class LiveObjects {
  /** When each was last asked, oldest first. */
  readonly #askedAtMs = new Map<string, number>();

  /** Counts a request to an object. False where that would be one object too many. */
  touch(id: string, max: number, nowMs: number): boolean {
    for (const [oldest, askedAtMs] of this.#askedAtMs) {
      if (nowMs - askedAtMs < LIVE_MS) break;
      this.#askedAtMs.delete(oldest);
    }
    const wasLive = this.#askedAtMs.delete(id);
    if (!wasLive && this.#askedAtMs.size >= max) return false;
    this.#askedAtMs.set(id, nowMs);
    return true;
  }
}
