import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";

/** Wrong codes in a window, at one object, before all have to wait: what a caller with every address has to guess with. */
export const MAX_MISSES = 100;
export const MISSES_WINDOW_MS = 600_000;

/** `wait`: too many wrong codes here; `retryAfter` in seconds. */
export type Taken = { readonly profileId: string } | { readonly retryAfter: number } | null;

/** One of 64 objects that know to which profile a code belongs, by the code's hash, for ten minutes. */
export class Pairing extends DurableObject<Env> {
  protected readonly now = (): number => Date.now();
  readonly #sql: SqlStorage;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#sql = context.storage.sql;
    // Without a version: nothing here is worth anything after ten minutes, so another form would take other names.
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS code (hash BLOB PRIMARY KEY, profile TEXT, expires INTEGER) STRICT",
    );
    this.#sql.exec("CREATE TABLE IF NOT EXISTS miss (began INTEGER, count INTEGER) STRICT");
  }

  async offer(codeHash: ArrayBuffer, profileId: string, expiresAt: number): Promise<void> {
    this.#sql.exec("INSERT OR REPLACE INTO code VALUES (?, ?, ?)", codeHash, profileId, expiresAt);
    await this.#wakeInTime();
  }

  /** The profile whose code it is. The code is spent by that. */
  take(codeHash: ArrayBuffer): Taken {
    const now = this.now();
    const [miss] = this.#sql
      .exec<{ began: number; count: number }>("SELECT * FROM miss WHERE began > ?", now - MISSES_WINDOW_MS)
      .toArray();
    if (miss && miss.count >= MAX_MISSES) {
      return { retryAfter: Math.ceil((miss.began + MISSES_WINDOW_MS - now) / 1000) };
    }
    const [taken] = this.#sql
      .exec<{ profile: string; expires: number }>(
        "DELETE FROM code WHERE hash = ? RETURNING profile, expires",
        codeHash,
      )
      .toArray();
    if (taken && taken.expires > now) return { profileId: taken.profile };
    if (miss) this.#sql.exec("UPDATE miss SET count = count + 1");
    else {
      this.#sql.exec("DELETE FROM miss");
      this.#sql.exec("INSERT INTO miss VALUES (?, 1)", now);
    }
    return null;
  }

  /** Forgets codes whose time is over. */
  override async alarm(): Promise<void> {
    this.#sql.exec("DELETE FROM code WHERE expires <= ?", this.now());
    await this.#wakeInTime();
  }

  async #wakeInTime(): Promise<void> {
    const { next } = this.#sql.exec<{ next: number | null }>("SELECT MIN(expires) AS next FROM code").one();
    if (next !== null) await this.ctx.storage.setAlarm(next);
  }
}
