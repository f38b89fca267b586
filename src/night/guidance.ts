import type { Cue } from "../session/cue.ts";
import type { NightEngine, Pack, PlayerDeps } from "./deps.ts";
import { guideOf } from "./guides.ts";
import type { CheckIn, NightRequest, NightState } from "./night.ts";
import { LAID_AHEAD_SECONDS, layOpening } from "./opening.ts";

/** The words of a night: whose voice, the first minute, grounding, and what the device itself speaks. */
export class Guidance {
  readonly #deps: Pick<PlayerDeps, "pack" | "opening" | "grounding" | "speech">;
  readonly #engine: () => NightEngine;
  readonly #state: () => NightState;
  readonly #onMissing: () => void;
  #pack: Promise<Pack | null> = Promise.resolve(null);
  #answer: CheckIn | null = null;

  /**
   * @param state the night as it is now
   * @param onMissing told when words that were asked for cannot be had
   */
  constructor(
    deps: Pick<PlayerDeps, "pack" | "opening" | "grounding" | "speech">,
    engine: () => NightEngine,
    state: () => NightState,
    onMissing: () => void,
  ) {
    this.#deps = deps;
    this.#engine = engine;
    this.#state = state;
    this.#onMissing = onMissing;
  }

  /** Takes up the narrator of a night that is about to begin; resolves to the recordings, if it has any. */
  take({ language, narrator }: NightRequest): Promise<Pack | null> {
    this.#answer = null;
    this.#pack =
      narrator.kind === "pack"
        ? this.#deps.pack(language, narrator.id).catch(() => {
            this.#onMissing();
            return null;
          })
        : Promise.resolve(null);
    return this.#pack;
  }

  /** One recorded line, encoded. Rejects where there are no recordings. */
  async line(session: string, line: string): Promise<ArrayBuffer> {
    const pack = await this.#pack;
    if (!pack) throw new Error("narration: there are no recordings");
    return pack.load(session, line);
  }

  /** How it is now; counts until the acknowledgement is laid. */
  answer(word: CheckIn): void {
    this.#answer = word;
  }

  /** Lays the first minute: an acknowledgement that fits, and where the phone may go. */
  layFirstMinute(request: NightRequest): void {
    if (request.narrator.kind === "none") return;
    const wanted = () => this.#state().guide === "planned";
    layOpening({
      engine: this.#engine(),
      request,
      opening: this.#deps.opening,
      pack: () => this.#pack,
      answer: () => this.#answer,
      wanted,
    });
  }

  /** Lays the grounding that is made for the dark into the night. @param onOver told when it has been said */
  async ground(onOver: () => void): Promise<void> {
    const { request } = this.#state();
    if (!request) return;
    const grounding = await this.#deps.grounding().catch(() => null);
    if (!grounding) {
      this.#onMissing();
      return;
    }
    const words: NightRequest =
      request.narrator.kind === "none" ? { ...request, narrator: { kind: "captions" } } : request;
    const pack = await this.#pack;
    const engine = this.#engine();
    const guide = guideOf(grounding, words, pack, engine.seconds + LAID_AHEAD_SECONDS, ["dark"]);
    engine.addGuide(guide);
    engine.at(guide.atSeconds + guide.timeline.seconds, onOver);
  }

  /** A cue is heard now: the device speaks, where it is the narrator. */
  heard(cue: Cue): void {
    const { request } = this.#state();
    if (cue.kind === "say" && request?.narrator.kind === "device") {
      void this.#deps.speech.say(cue.text, request.language, request.guideGainDb ?? 0);
    }
  }

  hush(): void {
    this.#deps.speech.hush();
  }
}
