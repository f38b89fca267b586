import type { Breathing, Cue, TimelinePart } from "./cue.ts";
import { Cursor } from "./cursor.ts";
import type { BreathPattern } from "./item.ts";
import type { Part } from "./schema.ts";
import type { OwnWords } from "./script/slots.ts";

export interface LayoutContext {
  /** The session's id, the folder of its recordings. */
  readonly session: string;
  /** How long a line's recording sounds; null = there is none. */
  readonly recordedSeconds: (line: string, text: string) => number | null;
  /** Null = nothing breathes; breathe items are plain quiet. */
  readonly breath: { readonly perMinute: number; readonly pattern?: BreathPattern } | null;
  readonly leadSeconds: number;
  readonly slots: OwnWords;
  readonly seed: number;
}

export interface Layout {
  readonly cues: readonly Cue[];
  readonly parts: readonly TimelinePart[];
  readonly breathing: Breathing | null;
  /** When the last item ends. */
  readonly endSeconds: number;
}

/** Lays parts out one item after another, every pause under one stretch. */
export function layOut(parts: readonly Part[], stretch: number, context: LayoutContext): Layout {
  const cursor = new Cursor(stretch, context);
  const placed = parts.map(({ id, title, items }) => {
    const atSeconds = cursor.seconds;
    for (const item of items) cursor.place(item);
    cursor.endPart();
    return { id, title, atSeconds, seconds: cursor.seconds - atSeconds };
  });
  const { cues, breathing, seconds } = cursor;
  return { cues, parts: placed, breathing, endSeconds: seconds };
}
