/** A profile that is used within this time alone is not taken for somebody's. */
export const FIRST_MINUTE_MS = 60_000;
/** Then it is kept for so long, in case its person comes back. */
export const UNUSED_MS = 7 * 24 * 3_600_000;

/** When a profile was made, and whether it has been used since: one that never was erases itself by an alarm. */
export class Life {
  readonly #storage: DurableObjectStorage;
  /** Read once. */
  #known: { readonly created: number; readonly used: boolean } | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  async begin(nowMs: number): Promise<void> {
    this.#storage.sql.exec("INSERT INTO profile VALUES (?, 0)", nowMs);
    await this.#storage.setAlarm(nowMs + UNUSED_MS);
  }

  /** Notes a use. After the first minute it keeps the profile for good. */
  note(nowMs: number): void {
    const { created, used } = this.#read();
    if (!used && nowMs - created >= FIRST_MINUTE_MS) this.keep();
  }

  /** A second device, or a sheet in a drawer, keeps it from the first minute on. */
  keep(): void {
    const { created, used } = this.#read();
    if (used) return;
    this.#storage.sql.exec("UPDATE profile SET used = 1");
    this.#known = { created, used: true };
    void this.#storage.deleteAlarm();
  }

  isUsed(): boolean {
    return this.#read().used;
  }

  #read(): { readonly created: number; readonly used: boolean } {
    if (this.#known === null) {
      const row = this.#storage.sql
        .exec<{ created: number; used: number }>("SELECT created, used FROM profile")
        .one();
      this.#known = { created: row.created, used: row.used === 1 };
    }
    return this.#known;
  }
}
