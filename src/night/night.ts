import type { BreathPhase } from "../session/breath.ts";
import type { Cue } from "../session/cue.ts";
import type { BreathPattern, Language, LayerLevel, SessionDocument } from "../session/schema.ts";
import type { Afterwards } from "./night-plan.ts";

/** Minutes until silence, or the whole night. */
export type Timer = { readonly minutes: number } | "all-night";

/** The shortest and longest sleep timer, minutes. */
export const TIMER_MINUTES = { min: 5, max: 600 } as const;

/**
 * A source of narration. `pack`: recorded, named by its folder; `device`: the device's own speech;
 * `captions`: words on the screen alone; `none`: no words.
 */
export type Narrator =
  | { readonly kind: "pack"; readonly id: string }
  | { readonly kind: "device" }
  | { readonly kind: "captions" }
  | { readonly kind: "none" };

export interface BreathChoice {
  /** The person's own pace where the breath begins, breaths per minute. */
  readonly perMinute: number;
  /** Where it slows to. */
  readonly pattern: BreathPattern;
}

/** Answer to "Hoe is het nu?"; none = the usual. */
export type CheckIn = "head" | "body" | "tired";

/** Everything that one night is started with. */
export interface NightRequest {
  readonly session: SessionDocument;
  readonly language: Language;
  readonly narrator: Narrator;
  /** Wanted length of the guided part, seconds; null = the script's usual length. */
  readonly wantedSeconds: number | null;
  readonly timer: Timer;
  /** The mix: the session's own bed with the person's changes. */
  readonly levels: readonly LayerLevel[];
  /** Null = no breath to follow. */
  readonly breath: BreathChoice | null;
  readonly haptics: boolean;
  /** Level of the guide, dB relative to its calibrated level (-24 LUFS); left out = 0. */
  readonly guideGainDb?: number;
  /** Wanted length of the fade into sleep, seconds; left out = the session's own. */
  readonly fadeSeconds?: number;
  /** What stays after that fade; left out = silence. */
  readonly afterwards?: Afterwards;
  /** Wall clock (epoch ms) at which a gentle wake is at full level; left out = it wakes nobody. */
  readonly wakeAt?: number;
  /** How much longer it lasts for who is still awake, minutes; left out = 15. */
  readonly awakeMinutes?: number;
  /** Momentary loudness that the night may not pass, LUFS; left out = none but the limiter's. */
  readonly ceilingLufs?: number;
  /** It is softer, shorter and wordless already, for who lies awake at three. */
  readonly atThree?: true;
}

export type Phase = "idle" | "loading" | "playing" | "paused" | "fading" | "ended";

/** What went wrong, for people in src/i18n under `problem.<code>`. The sound goes on unless the code says otherwise. */
export type ProblemCode =
  | "audio-refused"
  | "audio-unsupported"
  | "bed-missing"
  | "layer-missing"
  | "narration-damaged"
  | "narration-missing"
  | "other-tab";

/** State of the night, drawn by the screen. Immutable. */
export interface NightState {
  readonly phase: Phase;
  readonly request: NightRequest | null;
  /** Wall clock (epoch ms) at which the fade into sleep is over; null = all night, or nothing plays. */
  readonly deadline: number | null;
  /** Where the guide is: speaking as planned, gone by "te veel", or grounding. */
  readonly guide: "planned" | "gone" | "grounding";
  readonly problem: ProblemCode | null;
  /** A full stop was asked for: it fades, and nothing but its end comes any more. */
  readonly stopping?: true;
}

/** What the screen may ask of the night. Nothing here throws; what fails becomes `state.problem`. */
export interface Player {
  readonly state: NightState;
  /** Calls back after each change of state. Returns the way to stop listening. */
  subscribe(listener: (state: NightState) => void): () => void;
  /**
   * Loads what the first sound needs. Safe to call before any touch; called once the page has painted, and again where
   * tonight's layers change.
   */
  prepare(layers: readonly string[]): Promise<void>;
  /** Asks the browser for sound, first thing in a touch that will begin a night once something has loaded. */
  wake(): void;
  /** Starts a night; must be called from a touch or key press. */
  begin(request: NightRequest): Promise<void>;
  pause(): void;
  resume(): void;
  /** Full stop: fades out within 3 s, then ended. */
  stop(): void;
  /** Gently back from a fade, and the end at least `minutes` from now (by default as the request says). */
  stillAwake(minutes?: number): void;
  /**
   * "Te veel": the first time the voice goes within 3 s and the sound stays; the second time starts grounding, whose
   * voice a third time lets go again.
   */
  tooMuch(): void;
  /** Awake at three, in a night that goes on: no more words, over to a softer mix, capped, and soon over. */
  awakeAtThree(): void;
  /** Goes on elsewhere in the guide, seconds from here, entering gently; nothing where no guide speaks. */
  seek(bySeconds: number): void;
  /** The loudness that the night may not pass, LUFS, from now on. */
  setCeiling(lufs: number): void;
  /** Changes the end; its minutes count from now. */
  setTimer(timer: Timer): void;
  /** Level of a layer, dB relative to calibrated; adds the layer if the mix lacks it. Smoothed. */
  setLevel(layer: string, gainDb: number): void;
  setParam(layer: string, name: string, value: number): void;
  /** How it is now; ignorable. Chooses the opening words. */
  checkIn(word: CheckIn): void;
  setHaptics(on: boolean): void;
  /** Level of the guide, dB relative to its calibrated level. Smoothed. */
  setGuideLevel(gainDb: number): void;
  /** Breath at this instant, by audio time: 0 empty .. 1 full; null when nothing breathes. For each animation frame. */
  breathLevel(): number | null;
  /**
   * What the breath does at this instant, by audio time, for a word on the screen: in the first three breaths of each
   * stretch that is followed; null otherwise.
   */
  breathPhase(): BreathPhase | null;
  /** Seconds since the night began, by audio time. */
  positionSeconds(): number;
  /** Cues as they are heard (by audio time), captions among them. */
  onCue(listener: (cue: Cue) => void): () => void;
  /** A night that a reload interrupted and that has not ended yet: what to go on with, its deadline unchanged. */
  unfinished(): Promise<{ readonly request: NightRequest; readonly deadline: number | null } | null>;
  /** Goes on with {@link unfinished}; from a touch. */
  goOn(): Promise<void>;
  /** Plays a narrator's sample line through an HTML audio element; resolves when it has ended. */
  playSample(narrator: Narrator, language: Language): Promise<void>;
}
