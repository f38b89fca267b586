import { type ReadonlySignal, signal } from "@preact/signals";
import type { Player } from "../../night/night.ts";
import type { BreathPhase } from "../../session/breath.ts";

/** A sentence stays this much longer than it takes to say, seconds. */
const LINGER_SECONDS = 2;

/** The words that stand on the screen. */
export interface Captions {
  /** The sentence that is said. */
  readonly text: ReadonlySignal<string>;
  /** What the breath does, where no sentence stands. */
  readonly breath: ReadonlySignal<BreathPhase | null>;
  /** To be called as audio time goes on: takes a sentence away when it has been said. */
  update(): void;
  stop(): void;
}

/** Follows the night's spoken cues as they are heard. */
export function followCaptions(player: Player): Captions {
  const text = signal("");
  const breath = signal<BreathPhase | null>(null);
  let untilSeconds = 0;
  const stop = player.onCue((cue) => {
    if (cue.kind !== "say") return;
    text.value = cue.text;
    untilSeconds = player.positionSeconds() + cue.seconds + LINGER_SECONDS;
  });
  return {
    text,
    breath,
    update() {
      if (text.value !== "" && player.positionSeconds() >= untilSeconds) text.value = "";
      breath.value = text.value === "" ? player.breathPhase() : null;
    },
    stop,
  };
}
