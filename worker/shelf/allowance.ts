import type { Lifetime } from "../../src/session/shared.ts";
import type { Allowance } from "./ledger.ts";
import type { Person } from "./publisher.ts";

const DAY_MS = 24 * 3_600_000;
/** An address is many people in turn: what it shares for longer counts against it for this long. */
const ADDRESS_COUNTS_MS = 30 * DAY_MS;

/** How much one person shares at the same time. */
export const ALLOWANCES: Readonly<Record<Person["kind"], Allowance>> = {
  profile: { presets: 100, bytes: 2 * 1024 * 1024 },
  address: { presets: 20, bytes: 1024 * 1024 },
};

/** When a share ends, epoch ms; null = when it is withdrawn. */
export function endOf(lifetime: Lifetime, now: number): number | null {
  if (lifetime === "until-withdrawn") return null;
  return now + (lifetime === "1-day" ? DAY_MS : 30 * DAY_MS);
}

/** Until when a share counts against who made it, epoch ms; null = until it is withdrawn. */
export function countsUntil({ kind }: Person, until: number | null, now: number): number | null {
  return kind === "profile" ? until : Math.min(until ?? Number.POSITIVE_INFINITY, now + ADDRESS_COUNTS_MS);
}
