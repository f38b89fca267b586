/** Keeps the screen on while it is asked to. Does nothing where the browser cannot; a browser may let go when hidden. */
export class ScreenAwake {
  readonly #wakeLock: WakeLock | undefined;
  #held: WakeLockSentinel | null = null;
  #wanted = false;

  constructor(wakeLock: WakeLock | undefined) {
    this.#wakeLock = wakeLock;
  }

  hold(): void {
    this.#wanted = true;
    if (this.#held && !this.#held.released) return;
    this.#wakeLock?.request("screen").then(
      (sentinel) => {
        this.#held = sentinel;
        if (!this.#wanted) this.release();
      },
      // Refused (low battery, hidden page): the phone locks as it always does.
      () => undefined,
    );
  }

  release(): void {
    this.#wanted = false;
    void this.#held?.release().catch(() => undefined);
    this.#held = null;
  }
}
