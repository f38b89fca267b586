import type { Breathing, Timeline } from "../session/cue.ts";
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

/** Ids of the layers that a plan can bring to sound: its bed's and its scenes'. */
export function layersOf({ layers, guides }: Pick<SoundPlan, "layers" | "guides">): readonly string[] {
  const scenes = guides.flatMap(({ timeline }) =>
    timeline.cues.flatMap((cue) => (cue.kind === "scene" ? [cue.layer] : [])),
  );
  return [...layers.map(({ layer }) => layer), ...scenes];
}

/** A cue's night time in a guide. */
export function shift<Cue extends { readonly atSeconds: number }>(cue: Cue, bySeconds: number): Cue {
  return { ...cue, atSeconds: cue.atSeconds + bySeconds };
}
