/** After this it is forgotten that a preset was ever here: 410 becomes 404. */
const TOMBSTONE_MS = 90 * 24 * 3_600_000;

export interface Placing {
  readonly id: string;
  readonly kind: string;
  /** The canonical document, of which the id is made. */
  readonly body: string;
  readonly withdrawHash: string;
  readonly publisher: string;
  /** Epoch ms; null = until it is withdrawn. */
  readonly until: number | null;
}

/** `blocked`: the operator has taken this very content away. */
export type Placed = "new" | "again" | "blocked";

export type Reading =
  | { readonly kind: "found"; readonly body: string }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "expired" }
  | { readonly kind: "unknown" };

export type Withdrawing =
  | { readonly kind: "withdrawn"; readonly publisher: string }
  | { readonly kind: "wrong-key" }
  | { readonly kind: "gone" }
  | { readonly kind: "unknown" };

/** A hold that keeps its preset alive, as of the time given. */
const LIVE = "withdrawn = 0 AND (until IS NULL OR until > ?)";

/** What stands on one shelf, and who holds it there. */
export class Shares {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Sharing the same content with the same key again changes its lifetime and nothing else. */
  place({ id, kind, body, withdrawHash, publisher, until }: Placing, now: number): Placed {
    const { kind: before } = this.read(id, now);
    if (this.#isBlocked(id)) return "blocked";
    this.#sql.exec(
      "INSERT INTO item (id, kind, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body, gone_at = NULL",
      id,
      kind,
      body,
    );
    this.#sql.exec(
      "INSERT INTO hold (item, withdraw_hash, publisher, until) VALUES (?, ?, ?, ?) ON CONFLICT (item, withdraw_hash) " +
        "DO UPDATE SET publisher = excluded.publisher, until = excluded.until, withdrawn = 0",
      id,
      withdrawHash,
      publisher,
      until,
    );
    return before === "found" ? "again" : "new";
  }

  read(id: string, now: number): Reading {
    const [item] = this.#sql
      .exec<{ body: string | null }>("SELECT body FROM item WHERE id = ?", id)
      .toArray();
    if (!item) return { kind: "unknown" };
    if (this.#isBlocked(id)) return { kind: "withdrawn" };
    if (
      item.body !== null &&
      this.#count(`SELECT count(*) n FROM hold WHERE item = ? AND ${LIVE}`, id, now) > 0
    ) {
      return { kind: "found", body: item.body };
    }
    const withdrawn = this.#count("SELECT count(*) n FROM hold WHERE item = ? AND withdrawn = 1", id);
    return { kind: withdrawn > 0 ? "withdrawn" : "expired" };
  }

  /** Ends the hold to which the key belongs. Hashes are looked up, never secrets, so timing tells nothing. */
  withdraw(id: string, withdrawHash: string, now: number): Withdrawing {
    const [hold] = this.#sql
      .exec<{ publisher: string }>(
        "SELECT publisher FROM hold WHERE item = ? AND withdraw_hash = ?",
        id,
        withdrawHash,
      )
      .toArray();
    if (hold) {
      this.#sql.exec("UPDATE hold SET withdrawn = 1 WHERE item = ? AND withdraw_hash = ?", id, withdrawHash);
      this.#endUnheld(now);
      return { kind: "withdrawn", publisher: hold.publisher };
    }
    const { kind } = this.read(id, now);
    if (kind === "unknown") return { kind };
    return { kind: kind === "found" ? "wrong-key" : "gone" };
  }

  withdrawFor(id: string, publisher: string, now: number): void {
    this.#sql.exec("UPDATE hold SET withdrawn = 1 WHERE item = ? AND publisher = ?", id, publisher);
    this.#endUnheld(now);
  }

  block(id: string, now: number): boolean {
    if (this.read(id, now).kind === "unknown") return false;
    this.#sql.exec("UPDATE item SET blocked = 1, body = NULL, gone_at = ? WHERE id = ?", now, id);
    return true;
  }

  /** Empties what nobody holds any longer, and forgets what has been gone for long. */
  sweep(now: number): void {
    this.#endUnheld(now);
    const forgotten = "SELECT id FROM item WHERE blocked = 0 AND gone_at <= ?";
    for (const table of ["hold", "report"]) {
      this.#sql.exec(`DELETE FROM ${table} WHERE item IN (${forgotten})`, now - TOMBSTONE_MS);
    }
    this.#sql.exec("DELETE FROM item WHERE blocked = 0 AND gone_at <= ?", now - TOMBSTONE_MS);
  }

  /** When the next preset ends or is forgotten, epoch ms; infinite where none will. */
  nextEnd(now: number): number {
    const ends = this.#sql
      .exec<{ at: number | null }>(
        "SELECT min(until) at FROM hold WHERE withdrawn = 0 AND until > ? UNION ALL SELECT min(gone_at) + ? FROM item WHERE blocked = 0",
        now,
        TOMBSTONE_MS,
      )
      .toArray();
    return Math.min(...ends.map(({ at }) => at ?? Number.POSITIVE_INFINITY));
  }

  #endUnheld(now: number): void {
    this.#sql.exec(
      `UPDATE item SET body = NULL, gone_at = ? WHERE gone_at IS NULL AND id NOT IN (SELECT item FROM hold WHERE ${LIVE})`,
      now,
      now,
    );
    this.#sql.exec("DELETE FROM report WHERE item IN (SELECT id FROM item WHERE gone_at IS NOT NULL)");
  }

  #isBlocked(id: string): boolean {
    return this.#count("SELECT count(*) n FROM item WHERE id = ? AND blocked = 1", id) > 0;
  }

  #count(query: string, ...values: (string | number)[]): number {
    return this.#sql.exec<{ n: number }>(query, ...values).one().n;
  }
}
