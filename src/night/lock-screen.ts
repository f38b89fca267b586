/** What the lock screen, a headset or a keyboard's media keys may ask. */
export interface LockScreenActions {
  play(): void;
  pause(): void;
  stop(): void;
}

/** The night on the lock screen: a neutral title, play, pause and stop. Does nothing where there is no MediaSession. */
export class LockScreen {
  readonly #session: MediaSession | undefined;

  constructor(session: MediaSession | undefined, actions: LockScreenActions) {
    this.#session = session;
    for (const action of ["play", "pause", "stop"] as const) {
      try {
        session?.setActionHandler(action, () => actions[action]());
      } catch {
        // Browsers refuse actions that they do not know; the others still work.
      }
    }
  }

  /** @param state what the session is doing now; `none` clears it */
  show(title: string, state: MediaSessionPlaybackState): void {
    if (!this.#session) return;
    this.#session.metadata = state === "none" ? null : new MediaMetadata({ title, artist: "Luwte" });
    this.#session.playbackState = state;
  }
}
