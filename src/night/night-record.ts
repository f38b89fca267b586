import { withoutGuide } from "./bed-plan.ts";
import type { Clock, KeptNight, NightKeep } from "./deps.ts";
import type { NightState } from "./night.ts";
import { endMsOf } from "./night-choice.ts";

/** A night without an end is over this long after it began: past it, nobody asks for it back. */
const LONGEST_NIGHT_MS = 12 * 3_600_000;

/** The night as it is kept for a reload. Keeping may fail; the sound never waits for it. */
export class NightRecord {
  readonly #keep: NightKeep;
  readonly #clock: Clock;

  constructor(keep: NightKeep, clock: Clock) {
    this.#keep = keep;
    this.#clock = clock;
  }

  /** Keeps a night that has begun and is not being stopped, as it is now. After "te veel", one that is taken up again has no words either. */
  remember(state: NightState, fadeSeconds: number, startedAt: number): void {
    const { phase, stopping, request, deadline, guide } = state;
    if (!request || stopping || !/^(playing|paused|fading)$/.test(phase)) return;
    const kept = guide === "planned" ? request : withoutGuide(request);
    this.#keep.put({ request: kept, deadline, fadeSeconds, startedAt }).catch(() => undefined);
  }

  forget(): void {
    this.#keep.clear().catch(() => undefined);
  }

  /** The night that a reload broke off; null where there is none, or where its end has passed: it stays silent. */
  async unfinished(): Promise<KeptNight | null> {
    const kept = await this.#keep.get().catch(() => null);
    if (!kept) return null;
    const end = endMsOf({ ...kept.request, ...kept }) ?? kept.startedAt + LONGEST_NIGHT_MS;
    if (end > this.#clock.now()) return kept;
    this.forget();
    return null;
  }
}
