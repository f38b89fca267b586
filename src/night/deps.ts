import type { Engine } from "../engine/engine.ts";
import type { EngineOptions } from "../engine/engine-options.ts";
import type { Language, SessionDocument } from "../session/schema.ts";
import type { Anchor } from "./anchor.ts";
import type { LockScreenActions } from "./lock-screen.ts";
import type { NightRequest } from "./night.ts";
import type { SamplePlayer } from "./sample-player.ts";
import type { Speech } from "./speech.ts";

/** What a reload needs to go on with a night. */
export interface KeptNight {
  readonly request: NightRequest;
  /** Wall clock (epoch ms) at which the fade into sleep is over; null = all night. */
  readonly deadline: number | null;
  /** Length of the fade before it, seconds. */
  readonly fadeSeconds: number;
  /** Wall clock at which the night began. */
  readonly startedAt: number;
}

/** Where the one night of this device is kept. What cannot be kept (a full disk) is said there: the sound goes on. */
export interface NightKeep {
  get(): Promise<KeptNight | null>;
  put(night: KeptNight): Promise<void>;
  clear(): Promise<void>;
}

/** What a night asks of the engine. */
export type NightEngine = Pick<
  Engine,
  | "prepare"
  | "wake"
  | "begin"
  | "seconds"
  | "setEnding"
  | "setLevel"
  | "setParam"
  | "setGuideLevel"
  | "setCeiling"
  | "crossfade"
  | "addGuide"
  | "dropGuides"
  | "dropWords"
  | "guides"
  | "at"
  | "eachBreath"
  | "hold"
  | "drop"
  | "restart"
  | "renew"
  | "release"
  | "running"
  | "rate"
  | "leave"
  | "close"
>;

/** The wall clock and its timers, injected so that a night can be tested in a second. */
export interface Clock {
  now(): number;
  /** Calls after `ms`; returns the way to cancel. */
  after(ms: number, call: () => void): () => void;
}

/** A narrator's recordings: how long each line is, and where they are. */
export interface Pack {
  seconds(session: string, line: string): number | null;
  /** Address of the narrator's sample. */
  readonly sampleUrl: string;
  load(session: string, line: string): Promise<ArrayBuffer>;
}

/** Everything the night stands on; given once, by the composition root. */
export interface PlayerDeps {
  createEngine(
    options: Pick<
      EngineOptions,
      "load" | "onCue" | "onLineProblem" | "onLayerMissing" | "onEnded" | "onInterruption"
    >,
  ): NightEngine;
  readonly clock: Clock;
  readonly keep: NightKeep;
  readonly anchor: Pick<Anchor, "prepare" | "start" | "pause" | "onTaken">;
  readonly speech: Speech;
  pack(language: Language, narrator: string): Promise<Pack>;
  /** The opening words of a night. */
  opening(): Promise<SessionDocument>;
  grounding(): Promise<SessionDocument>;
  /** Files that are heard before a night: one at a time. */
  readonly samples: Pick<SamplePlayer, "play" | "stop">;
  lockScreen(actions: LockScreenActions): { show(title: string, state: MediaSessionPlaybackState): void };
  /** The one night of this device: resolves to the way to give it back, or null where another tab has it. */
  claimNight(): Promise<(() => void) | null>;
  /** Whether a tab has it now. */
  nightIsTaken(): Promise<boolean>;
  /** Keeps the screen on, and lets it go. */
  readonly screen: { hold(): void; release(): void };
  /** Tells whenever the page is shown or hidden. */
  onVisibility(listener: (visible: boolean) => void): void;
  /** Vibrates, milliseconds; nothing where the device cannot. */
  vibrate(pattern: number[]): void;
  /** iOS: says that this is playback, before the context is made. */
  beforeAudio(): void;
}
