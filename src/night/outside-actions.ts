import type { Clock } from "./deps.ts";
import type { LockScreenActions } from "./lock-screen.ts";
import type { Player } from "./night.ts";

/** A second press within this time is meant as it says. */
const TWICE_MS = 60_000;

/**
 * What the lock screen, a headset or a media key asks of the night. Play in a night that sounds is "still awake". So is
 * the first pause while it falls asleep: a headset has one button, and what it sends is a pause; pressed again within a
 * minute it pauses.
 */
export function outsideActions(
  night: Pick<Player, "state" | "pause" | "resume" | "stop" | "stillAwake" | "seek">,
  clock: Pick<Clock, "now">,
): LockScreenActions {
  let pressedAt = Number.NEGATIVE_INFINITY;
  return {
    play() {
      if (night.state.phase === "paused") night.resume();
      else night.stillAwake();
    },
    pause() {
      const now = clock.now();
      const twice = now - pressedAt < TWICE_MS;
      pressedAt = now;
      if (night.state.phase === "fading" && !twice) night.stillAwake();
      else night.pause();
    },
    stop: () => night.stop(),
    seek: (bySeconds) => night.seek(bySeconds),
  };
}
