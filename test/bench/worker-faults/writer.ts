import * as v from "valibot";
import { Admission } from "../../../src/session/documents/bodies.ts";

/** Profiles that one person has made and looks after; older ones are let go. */
const KEPT = 5;

const Kept = v.object({ revision: v.number(), changedAt: v.number() });

interface Profile {
  readonly bearer: string;
  /** What the service acknowledged last; revision 0 = no document yet. */
  revision: number;
  changedAt: number;
  /** A write that was sent and never answered: both outcomes are right. */
  pending: number | null;
}

/** Writes, reads and makes profiles until the service is gone, and knows what it was promised. */
export class Writer {
  readonly #name: number;
  readonly #kept: Profile[] = [];
  #count = 0;
  writes = 0;
  reads = 0;
  profiles = 0;
  cutOff = 0;
  foundAnyway = 0;

  constructor(name: number) {
    this.#name = name;
  }

  /** Works without a pause; returns when the service answers no more. Throws at an answer that must not be. */
  async goOn(address: string): Promise<void> {
    for (;;) {
      const turn = this.#count++;
      const profile = this.#kept[turn % KEPT];
      const went =
        profile === undefined || turn % 40 === 0
          ? await this.#makeProfile(address)
          : turn % 3 === 0
            ? await this.#read(address, profile)
            : await this.#write(address, profile);
      if (!went) return;
    }
  }

  /** @returns what the service had acknowledged and does not have */
  async check(address: string): Promise<readonly string[]> {
    const lost: string[] = [];
    for (const profile of this.#kept) {
      const answer = await fetch(`${address}/api/documents/settings`, { headers: headersOf(profile) });
      const said = await answer.text();
      const found = answer.status === 200 ? v.parse(Kept, JSON.parse(said)) : null;
      if (answer.status !== 200 && answer.status !== 404) {
        lost.push(`a profile of writer ${this.#name}: ${answer.status}`);
        continue;
      }
      const revision = found?.revision ?? 0;
      const isAsPromised = revision === profile.revision && (found?.changedAt ?? 0) === profile.changedAt;
      const isPending =
        profile.pending !== null && revision === profile.revision + 1 && found?.changedAt === profile.pending;
      if (!isAsPromised && !isPending) {
        lost.push(
          `writer ${this.#name}: revision ${profile.revision} (${profile.changedAt}) was promised, ${revision} (${found?.changedAt}) found`,
        );
      }
      if (isPending) this.foundAnyway++;
      profile.revision = revision;
      profile.changedAt = found?.changedAt ?? 0;
      profile.pending = null;
    }
    return lost;
  }

  async #makeProfile(address: string): Promise<boolean> {
    const answer = await this.#ask(`${address}/api/profiles`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"deviceName":"Phone"}',
    });
    if (answer === null) return false;
    const { profileId, secret } = v.parse(Admission, JSON.parse(answer));
    const made = { bearer: `Bearer ${profileId}.${secret}`, revision: 0, changedAt: 0, pending: null };
    if (this.#kept.length < KEPT) this.#kept.push(made);
    else this.#kept[this.profiles % KEPT] = made;
    this.profiles++;
    return true;
  }

  async #write(address: string, profile: Profile): Promise<boolean> {
    const changedAt = this.#count;
    profile.pending = changedAt;
    const condition =
      profile.revision === 0 ? { "if-none-match": "*" } : { "if-match": `"${profile.revision}"` };
    const answer = await this.#ask(`${address}/api/documents/settings`, {
      method: "PUT",
      headers: { ...headersOf(profile), "content-type": "application/json", ...condition },
      body: JSON.stringify({ version: 1, changedAt, settings: { language: "nl", haptics: true } }),
    });
    if (answer === null) {
      this.cutOff++;
      return false;
    }
    const written = v.parse(Kept, JSON.parse(answer));
    profile.revision = written.revision;
    profile.changedAt = written.changedAt;
    profile.pending = null;
    this.writes++;
    return true;
  }

  async #read(address: string, profile: Profile): Promise<boolean> {
    const path = profile.revision === 0 ? "/api/documents" : "/api/documents/settings";
    const answer = await this.#ask(address + path, { headers: headersOf(profile) });
    if (answer === null) return false;
    this.reads++;
    return true;
  }

  /** The body of a good answer; null where none came, or not to its end, because the service is gone. */
  async #ask(address: string, init: RequestInit): Promise<string | null> {
    let status: number;
    let body: string;
    try {
      const answer = await fetch(address, init);
      status = answer.status;
      body = await answer.text();
    } catch {
      return null;
    }
    if (status !== 200 && status !== 201) throw new Error(`${init.method ?? "GET"}: ${status} ${body}`);
    return body;
  }
}

function headersOf({ bearer }: Profile): Record<string, string> {
  return { authorization: bearer };
}
