/** Tells an attempt that counts from those that were called off, or followed by another, while they waited. */
export class Attempts {
  #latest = 0;

  /** Begins an attempt; those before it no longer count. @returns whether this one still does */
  begin(): () => boolean {
    const own = ++this.#latest;
    return () => own === this.#latest;
  }

  callOff(): void {
    this.#latest++;
  }
}
