/** How much one publisher may share at the same time. */
export interface Allowance {
  readonly presets: number;
  readonly bytes: number;
}

/** What publishers share at present, each counted on a shelf of their own. */
export class Ledger {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Counts a share, if there is room for it. The same preset again is counted once. */
  reserve(
    publisher: string,
    { item, bytes, until }: { item: string; bytes: number; until: number | null },
    allowance: Allowance,
    now: number,
  ): boolean {
    this.sweep(now);
    const others = this.#sql
      .exec<{ presets: number; bytes: number | null }>(
        "SELECT count(*) presets, sum(bytes) bytes FROM share WHERE publisher = ? AND item <> ?",
        publisher,
        item,
      )
      .one();
    if (others.presets + 1 > allowance.presets || (others.bytes ?? 0) + bytes > allowance.bytes) return false;
    this.#sql.exec("INSERT OR REPLACE INTO share VALUES (?, ?, ?, ?)", publisher, item, bytes, until);
    return true;
  }

  release(publisher: string, item: string): void {
    this.#sql.exec("DELETE FROM share WHERE publisher = ? AND item = ?", publisher, item);
  }

  itemsOf(publisher: string): string[] {
    return this.#sql
      .exec<{ item: string }>("SELECT item FROM share WHERE publisher = ?", publisher)
      .toArray()
      .map(({ item }) => item);
  }

  sweep(now: number): void {
    this.#sql.exec("DELETE FROM share WHERE until <= ?", now);
  }

  /** When the next share ends, epoch ms; infinite where none does. */
  nextEnd(): number {
    const { at } = this.#sql.exec<{ at: number | null }>("SELECT min(until) at FROM share").one();
    return at ?? Number.POSITIVE_INFINITY;
  }
}
