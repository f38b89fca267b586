import type { Report } from "../../src/session/shared.ts";

/** More reports of one preset tell an operator nothing new. */
const MAX_REPORTS = 200;
/** So many presets are listed at a time; deciding about them makes room for others. */
const LISTED = 50;
/** The newest reports are shown. */
const SHOWN = 20;

/** A preset that somebody has reported, as the operator sees it. */
export interface ReportedItem {
  readonly id: string;
  readonly kind: string;
  readonly reports: number;
  readonly newest: readonly { readonly reason: string; readonly note: string | null; readonly at: string }[];
  /** A mix as it is; a script's ciphertext would tell nobody anything. */
  readonly mix: string | null;
}

/** What people say of the presets on one shelf: one word each. And which presets have reports, of a sixteenth of them all. */
export class Reports {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(item: string, reporter: string, { reason, note }: Report, now: number): void {
    const { n } = this.#sql.exec<{ n: number }>("SELECT count(*) n FROM report WHERE item = ?", item).one();
    if (n >= MAX_REPORTS) return;
    this.#sql.exec(
      "INSERT OR REPLACE INTO report VALUES (?, ?, ?, ?, ?)",
      item,
      reporter,
      reason,
      note ?? null,
      now,
    );
  }

  /** What is said of one preset; null where nothing is. */
  of(item: string): ReportedItem | null {
    const [row] = this.#sql
      .exec<{ kind: string; body: string | null; reports: number }>(
        "SELECT kind, body, count(*) reports FROM report JOIN item ON id = item WHERE id = ? GROUP BY id",
        item,
      )
      .toArray();
    if (!row) return null;
    const { kind, body, reports } = row;
    return { id: item, kind, reports, newest: this.#newest(item), mix: kind === "mix" ? body : null };
  }

  /** @returns whether there were any */
  drop(item: string): boolean {
    return this.#sql.exec("DELETE FROM report WHERE item = ?", item).rowsWritten > 0;
  }

  note(item: string): void {
    this.#sql.exec("INSERT OR IGNORE INTO reported VALUES (?)", item);
  }

  forget(item: string): void {
    this.#sql.exec("DELETE FROM reported WHERE item = ?", item);
  }

  noted(): string[] {
    return this.#sql
      .exec<{ item: string }>("SELECT item FROM reported LIMIT ?", LISTED)
      .toArray()
      .map(({ item }) => item);
  }

  #newest(id: string) {
    return this.#sql
      .exec<{ reason: string; note: string | null; at: number }>(
        "SELECT reason, note, at FROM report WHERE item = ? ORDER BY at DESC LIMIT ?",
        id,
        SHOWN,
      )
      .toArray()
      .map(({ reason, note, at }) => ({ reason, note, at: new Date(at).toISOString() }));
  }
}
