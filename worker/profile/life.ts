/** A profile that is used within this time alone is not taken for somebody's. */
export const FIRST_MINUTE_MS = 60_000;
/** Then it is kept for so long, in case its person comes back. */
export const UNUSED_MS = 7 * 24 * 3_600_000;

/** When a profile was made, and whether it has been used since: one that never was erases itself by an alarm. */
export class Life {
  readonly #storage: DurableObjectStorage;
  #used: boolean | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  async begin(nowMs: number): Promise<void> {
    this.#storage.sql.exec("INSERT INTO profile VALUES (?, 0)", nowMs);
    await this.#storage.setAlarm(nowMs + UNUSED_MS);
  }

  /** Notes a use. After the first minute it keeps the profile for good. */
  note(nowMs: number): void {
    if (this.#used) return;
    const { created, used } = this.#storage.sql
      .exec<{ created: number; used: number }>("SELECT created, used FROM profile")
      .one();
    this.#used = used === 1;
    if (!this.#used && nowMs - created >= FIRST_MINUTE_MS) this.keep();
  }

  /** A second device, or a sheet in a drawer, keeps it from the first minute on. */
  keep(): void {
    this.#storage.sql.exec("UPDATE profile SET used = 1");
    this.#used = true;
    void this.#storage.deleteAlarm();
  }

  isUsed(): boolean {
    return this.#storage.sql.exec<{ used: number }>("SELECT used FROM profile").one().used === 1;
  }
}
