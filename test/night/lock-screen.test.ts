import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LockScreen } from "../../src/night/lock-screen.ts";

class Metadata {
  readonly title: string;
  readonly artist: string;
  readonly artwork: readonly { src: string }[];

  constructor({ title, artist, artwork }: Metadata) {
    this.title = title;
    this.artist = artist;
    this.artwork = artwork;
  }
}

/** A lock screen whose buttons the test presses. @param refused an action that it does not know */
function lockScreen(refused?: string) {
  const handlers = new Map<string, (details: { seekOffset?: number }) => void>();
  const session = {
    metadata: null as Metadata | null,
    playbackState: "none",
    setActionHandler(action: string, handler: (details: { seekOffset?: number }) => void) {
      if (action === refused) throw new TypeError(`${action} is no action here`);
      handlers.set(action, handler);
    },
  };
  const asked: string[] = [];
  const screen = new LockScreen(session as unknown as MediaSession, {
    play: () => asked.push("play"),
    pause: () => asked.push("pause"),
    stop: () => asked.push("stop"),
    seek: (seconds) => asked.push(`seek ${seconds}`),
  });
  return { screen, session, asked, press: (action: string, details = {}) => handlers.get(action)?.(details) };
}

beforeEach(() => vi.stubGlobal("MediaMetadata", Metadata));
afterEach(() => vi.unstubAllGlobals());

test("its buttons play, pause and stop the night", () => {
  const { press, asked } = lockScreen();
  for (const action of ["pause", "play", "stop"]) press(action);
  expect(asked).toEqual(["pause", "play", "stop"]);
});

test("its seek goes half a minute, or as far as the device says", () => {
  const { press, asked } = lockScreen();
  press("seekforward");
  press("seekbackward", { seekOffset: 10 });
  expect(asked).toEqual(["seek 30", "seek -10"]);
});

test("where the browser refuses one of them, the others work", () => {
  const { press, asked } = lockScreen("pause");
  for (const action of ["pause", "play", "stop"]) press(action);
  expect(asked).toEqual(["play", "stop"]);
});

test("it shows a title and what the night is doing, and is empty after it", () => {
  const { screen, session } = lockScreen();
  screen.show("Nachtzee", "playing");
  expect(session).toMatchObject({
    metadata: { title: "Nachtzee", artist: "Luwte" },
    playbackState: "playing",
  });
  expect(session.metadata?.artwork.map(({ src }) => src)).toEqual(["/icon-192.png", "/icon-512.png"]);
  screen.show("Nachtzee", "paused");
  expect(session.playbackState).toBe("paused");
  screen.show("Luwte", "none");
  expect(session).toMatchObject({ metadata: null, playbackState: "none" });
});

test("where there is no lock screen, nothing happens", () => {
  const nothing = () => undefined;
  const screen = new LockScreen(undefined, { play: nothing, pause: nothing, stop: nothing, seek: nothing });
  expect(() => screen.show("Nachtzee", "playing")).not.toThrow();
});
