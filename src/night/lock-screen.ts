/** What the lock screen, a headset or a keyboard's media keys may ask. */
export interface LockScreenActions {
  play(): void;
  pause(): void;
  stop(): void;
  seek(bySeconds: number): void;
}

/** How far a headset's or a lock screen's seek goes where it does not say, seconds. */
const SEEK_SECONDS = 30;

/** Squares of one plain colour, small and large: nothing that says what plays. */
const ARTWORK = [
  { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
  { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
];

/** The night on the lock screen: a neutral title and picture, play, pause, stop and seek. Does nothing where there is no MediaSession. */
export class LockScreen {
  readonly #session: MediaSession | undefined;

  constructor(session: MediaSession | undefined, actions: LockScreenActions) {
    this.#session = session;
    const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: () => actions.play(),
      pause: () => actions.pause(),
      stop: () => actions.stop(),
      seekbackward: ({ seekOffset }) => actions.seek(-(seekOffset ?? SEEK_SECONDS)),
      seekforward: ({ seekOffset }) => actions.seek(seekOffset ?? SEEK_SECONDS),
    };
    for (const [action, handler] of Object.entries(handlers)) {
      try {
        session?.setActionHandler(action as MediaSessionAction, handler);
      } catch {
        // Browsers refuse actions that they do not know; the others still work.
      }
    }
  }

  /** @param state what the session is doing now; `none` clears it */
  show(title: string, state: MediaSessionPlaybackState): void {
    if (!this.#session) return;
    this.#session.metadata =
      state === "none" ? null : new MediaMetadata({ title, artist: "Luwte", artwork: ARTWORK });
    this.#session.playbackState = state;
  }
}
