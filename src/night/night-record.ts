import type { Clock, KeptNight, NightKeep } from "./deps.ts";

/** The night as it is kept for a reload. Keeping may fail; the sound never waits for it. */
export class NightRecord {
  readonly #keep: NightKeep;
  readonly #clock: Clock;
  readonly #onFull: () => void;

  /** @param onFull told when it could not be kept */
  constructor(keep: NightKeep, clock: Clock, onFull: () => void) {
    this.#keep = keep;
    this.#clock = clock;
    this.#onFull = onFull;
  }

  remember(night: KeptNight): void {
    this.#keep.put(night).catch(this.#onFull);
  }

  forget(): void {
    this.#keep.clear().catch(() => undefined);
  }

  /** The night that a reload broke off; null where there is none, or where its end has passed: it stays silent. */
  async unfinished(): Promise<KeptNight | null> {
    const kept = await this.#keep.get().catch(() => null);
    if (!kept) return null;
    if (kept.deadline === null || kept.deadline > this.#clock.now()) return kept;
    this.forget();
    return null;
  }
}
