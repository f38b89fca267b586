import type { Breathing, Cue, Timeline } from "../session/cue.ts";
import { PULSE_LAYER } from "../session/pulse-layer.ts";
import type { LayerLevel } from "../session/schema.ts";
import type { Ending } from "./fades.ts";

/** Everything a night's sound is made from: plain data, the same live and offline. */
export interface SoundPlan {
  readonly seed: number;
  readonly layers: readonly LayerLevel[];
  /** The night's one breath, on night time; null = nothing breathes. */
  readonly breathing: Breathing | null;
  /** When the breath tone sounds though no script asks for it, night time. */
  readonly breathTone: readonly Stretch[];
  readonly guides: readonly Guide[];
  readonly ending: Ending | null;
  /** Momentary loudness that the whole may not pass, LUFS; left out = none. */
  readonly ceilingLufs?: number | undefined;
}

export interface Stretch {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** A timeline laid into the night: a session, the opening words, grounding. */
export interface Guide {
  readonly timeline: Timeline;
  /** Night time at which the timeline begins. */
  readonly atSeconds: number;
  /** Where its words come from. `recorded` lines are played, `device` speech ducks the bed, `silent` is captions only. */
  readonly voice: "recorded" | "device" | "silent";
}

/** Loads one recorded line, encoded. Rejects when it cannot be had. */
export type LoadLine = (session: string, line: string) => Promise<ArrayBuffer>;

/** Ids of the layers that a plan can bring to sound: its bed's, its scenes', and the one of its pulses. */
export function layersOf({ layers, guides }: Pick<SoundPlan, "layers" | "guides">): readonly string[] {
  const named = guides.flatMap(({ timeline }) => timeline.cues.flatMap(layerOf));
  return [...layers.map(({ layer }) => layer), ...named];
}

function layerOf(cue: Cue): readonly string[] {
  if (cue.kind === "scene") return [cue.layer];
  return cue.kind === "pulse" ? [PULSE_LAYER] : [];
}

/** A cue's night time in a guide. */
export function shift<Kind extends { readonly atSeconds: number }>(cue: Kind, bySeconds: number): Kind {
  return { ...cue, atSeconds: cue.atSeconds + bySeconds };
}
