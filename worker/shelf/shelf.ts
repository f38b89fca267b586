import { DurableObject } from "cloudflare:workers";
import type { Report } from "../../src/session/shared.ts";
import type { Env } from "../env.ts";
import { type Allowance, Ledger } from "./ledger.ts";
import { type ReportedItem, Reports } from "./reports.ts";
import { type Placed, type Placing, type Reading, Shares, type Withdrawing } from "./shares.ts";
import { prepareTables } from "./tables.ts";

/**
 * One of 256 shelves. A shared preset stands on the shelf that the first byte of its id names; a publisher is counted
 * on the shelf that the first byte of their hash names.
 */
export class Shelf extends DurableObject<Env> {
  readonly #shares: Shares;
  readonly #ledger: Ledger;
  readonly #reports: Reports;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    prepareTables(context.storage);
    this.#shares = new Shares(context.storage.sql);
    this.#ledger = new Ledger(context.storage.sql);
    this.#reports = new Reports(context.storage.sql);
  }

  async place(placing: Placing): Promise<Placed> {
    const placed = this.#shares.place(placing, Date.now());
    await this.#wakeInTime();
    return placed;
  }

  read(id: string): Reading {
    return this.#shares.read(id, Date.now());
  }

  async withdraw(id: string, withdrawHash: string): Promise<Withdrawing> {
    const withdrawing = this.#shares.withdraw(id, withdrawHash, Date.now());
    await this.#wakeInTime();
    return withdrawing;
  }

  /** Ends every share that one publisher has in a preset. */
  async withdrawFor(id: string, publisher: string): Promise<void> {
    this.#shares.withdrawFor(id, publisher, Date.now());
    await this.#wakeInTime();
  }

  async reserve(
    publisher: string,
    share: { item: string; bytes: number; until: number | null },
    allowance: Allowance,
  ): Promise<boolean> {
    const reserved = this.#ledger.reserve(publisher, share, allowance, Date.now());
    await this.#wakeInTime();
    return reserved;
  }

  release(publisher: string, item: string): void {
    this.#ledger.release(publisher, item);
  }

  itemsOf(publisher: string): string[] {
    return this.#ledger.itemsOf(publisher);
  }

  /** Keeps what somebody says of a preset. @returns false where there is no such preset, or no longer */
  report(id: string, reporter: string, report: Report): boolean {
    const now = Date.now();
    if (this.#shares.read(id, now).kind !== "found") return false;
    this.#reports.add(id, reporter, report, now);
    return true;
  }

  reportsOf(id: string): ReportedItem | null {
    return this.#reports.of(id);
  }

  noteReported(id: string): void {
    this.#reports.note(id);
  }

  forgetReported(id: string): void {
    this.#reports.forget(id);
  }

  notedReports(): string[] {
    return this.#reports.noted();
  }

  /** Takes a preset away for good, whoever shares it: the same content is refused from then on. */
  block(id: string): boolean {
    const blocked = this.#shares.block(id, Date.now());
    this.#reports.drop(id);
    return blocked;
  }

  /** Leaves a preset as it is, and forgets what was said of it. */
  dismiss(id: string): boolean {
    return this.#reports.drop(id);
  }

  override async alarm(): Promise<void> {
    const now = Date.now();
    this.#shares.sweep(now);
    this.#ledger.sweep(now);
    await this.#wakeInTime();
  }

  async #wakeInTime(): Promise<void> {
    const next = Math.min(this.#shares.nextEnd(Date.now()), this.#ledger.nextEnd());
    if (!Number.isFinite(next)) return;
    const alarm = await this.ctx.storage.getAlarm();
    if (alarm === null || next < alarm) await this.ctx.storage.setAlarm(next);
  }
}
