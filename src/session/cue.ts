import type { Language } from "./schema.ts";

/** One breath on the timeline, absolute seconds. `inSeconds + holdSeconds + outSeconds + restSeconds` is its length. */
export interface Breath {
  readonly atSeconds: number;
  readonly inSeconds: number;
  readonly holdSeconds: number;
  readonly outSeconds: number;
  readonly restSeconds: number;
}

/**
 * The breath of a whole night: contiguous breaths in order; the last one repeats for ever. One such list drives the
 * breath tone, the ocean's swell, the orb, captions and haptics.
 */
export type Breathing = readonly Breath[];

interface At {
  /** Seconds since the session began. */
  readonly atSeconds: number;
  /** How long the cue lasts. */
  readonly seconds: number;
}

export interface SayCue extends At {
  readonly kind: "say";
  /** Which recording: session id and line id. */
  readonly session: string;
  readonly line: string;
  /** With the person's own words where it has a slot; a recording has the default words. */
  readonly text: string;
}
export interface BreatheCue extends At {
  readonly kind: "breathe";
  readonly breaths: readonly Breath[];
  /** Whether somebody is heard breathing along. */
  readonly companion?: true;
}
export interface SceneCue extends At {
  readonly kind: "scene";
  readonly layer: string;
  readonly gainDb: number;
  /** Parameters that glide over the same time; the others stay as they are. */
  readonly params?: Readonly<Record<string, number>>;
}
/** A heart that goes from one pace to another over `overSeconds`, and on at the second until the cue ends. */
export interface PulseCue extends At {
  readonly kind: "pulse";
  readonly fromPerMinute: number;
  readonly toPerMinute: number;
  readonly overSeconds: number;
}
export interface BellCue extends At {
  readonly kind: "bell";
}
export type Cue = SayCue | BreatheCue | SceneCue | PulseCue | BellCue;

export interface TimelinePart extends At {
  readonly id: string;
  readonly title: string;
}

/** A session laid out in absolute seconds for one language, narrator and length. Pure data. */
export interface Timeline {
  readonly session: string;
  readonly language: Language;
  /** From the start to the end of the last part; the bed may go on. */
  readonly seconds: number;
  readonly parts: readonly TimelinePart[];
  /** Sorted by `atSeconds`. Say cues never overlap one another or a breathe cue; scenes and pulses go on beside them. */
  readonly cues: readonly Cue[];
  /** From the first breathe cue on, also between and after breathe cues; null where nothing breathes. */
  readonly breathing: Breathing | null;
}
