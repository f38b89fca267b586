import type { Report } from "../../src/session/shared.ts";

/** More reports of one preset tell an operator nothing new. */
const MAX_REPORTS = 200;
/** The newest of them are shown. */
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

/** What people say of the presets on one shelf: one word each. */
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

  list(): ReportedItem[] {
    const items = this.#sql
      .exec<{ id: string; kind: string; body: string | null; reports: number }>(
        "SELECT id, kind, body, count(*) reports FROM report JOIN item ON id = item GROUP BY id ORDER BY reports DESC",
      )
      .toArray();
    return items.map(({ id, kind, body, reports }) => ({
      id,
      kind,
      reports,
      newest: this.#newest(id),
      mix: kind === "mix" ? body : null,
    }));
  }

  /** @returns whether there were any */
  drop(item: string): boolean {
    return this.#sql.exec("DELETE FROM report WHERE item = ?", item).rowsWritten > 0;
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
