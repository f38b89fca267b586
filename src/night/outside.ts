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
    this.#screen.show(titleOf(request), state);
  }
}

/** A sound by its name; what a guided session is about is nobody's business. */
function titleOf(request: NightRequest | null): string {
  return request?.session.kind === "bed" ? request.session.titles[request.language] : "Luwte";
}
