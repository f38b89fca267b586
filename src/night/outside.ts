import type { PlayerDeps } from "./deps.ts";
import type { LockScreenActions } from "./lock-screen.ts";
import type { NightRequest } from "./night.ts";

/** The night as the device shows it outside the app: on the lock screen, kept there by an anchor while it sounds. */
export class Outside {
  readonly #anchor: PlayerDeps["anchor"];
  readonly #screen: ReturnType<PlayerDeps["lockScreen"]>;

  constructor(deps: Pick<PlayerDeps, "anchor" | "lockScreen">, actions: LockScreenActions) {
    this.#anchor = deps.anchor;
    this.#screen = deps.lockScreen(actions);
  }

  /** @param request what plays; null where nothing does */
  show(request: NightRequest | null, state: MediaSessionPlaybackState): void {
    if (state === "playing") this.#anchor.start();
    else this.#anchor.pause();
    // A sound by its name; of what a guide speaks about nobody else need know.
    const sound = request?.session.kind === "bed" ? request.session : null;
    this.#screen.show((request && sound?.titles[request.language]) ?? "Luwte", state);
  }
}
