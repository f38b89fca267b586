import { type ReadonlySignal, signal } from "@preact/signals";
import type { DocumentDesk } from "../../api/sync/documentDesk.ts";
import { bedOfMix, OWN_MIX } from "../../session/bed-of-mix.ts";
import { MAX_MIXES } from "../../session/documents/mixes.ts";
import type { LayerLevel, SessionDocument } from "../../session/schema.ts";

/** Ids of mixes that can be part of a session's id; all that are made here are. */
const FIT_ID = /^[a-z0-9-]{8,36}$/;

/** Mixes that the person named. They follow to every connected device. */
export class OwnMixes {
  readonly #desk: DocumentDesk;
  readonly #now: () => number;
  readonly #sessions;

  constructor(desk: DocumentDesk, now: () => number) {
    this.#desk = desk;
    this.#now = now;
    this.#sessions = signal(sessionsOf(desk));
    desk.onChange((name) => {
      if (name === "mixes") this.#sessions.value = sessionsOf(desk);
    });
  }

  /** Each as a session that can be played, by name. */
  get sessions(): ReadonlySignal<readonly SessionDocument[]> {
    return this.#sessions;
  }

  /** @returns false where there is no room for more */
  keep(name: string, levels: readonly LayerLevel[]): boolean {
    const { mixes } = this.#desk.get("mixes");
    if (Object.keys(mixes).length >= MAX_MIXES) return false;
    const id = crypto.randomUUID().replaceAll("-", "").slice(0, 16);
    const entry = { name, levels: [...levels], changedAt: this.#now() };
    this.#desk.edit("mixes", { version: 1, mixes: { ...mixes, [id]: entry } });
    return true;
  }

  /** @param session id of the session that it is */
  forget(session: string): void {
    const { [session.slice(OWN_MIX.length)]: _, ...mixes } = this.#desk.get("mixes").mixes;
    this.#desk.edit("mixes", { version: 1, mixes });
  }
}

function sessionsOf(desk: DocumentDesk): readonly SessionDocument[] {
  return Object.entries(desk.get("mixes").mixes)
    .filter(([id, { levels }]) => FIT_ID.test(id) && levels.length > 0)
    .map(([id, { name, levels }]) => bedOfMix(OWN_MIX + id, { nl: name, en: name }, levels))
    .sort((a, b) => a.titles.nl.localeCompare(b.titles.nl));
}
