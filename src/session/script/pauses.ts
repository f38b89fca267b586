import type { Item } from "../item.ts";

/** Seconds of quiet that stand between things unless the writer set a pause there (sound specification, section 4). */
export const NATURAL_PAUSES = { sentence: 1.8, paragraph: 3.2, part: 5 } as const;

export interface Placed {
  readonly item: Item;
  /** Things with the same number stand in the same paragraph. */
  readonly paragraph: number;
}

/**
 * Puts the natural pauses between the items of one part, so that every silence is data. A pause that the writer set
 * stands alone; a scene or a pulse takes no time and changes nothing.
 */
export function withPauses(placed: readonly Placed[]): Item[] {
  const items: Item[] = [];
  let before: number | "pause" | null = null;
  for (const { item, paragraph } of placed) {
    if ("pause" in item) {
      before = "pause";
    } else if (takesTime(item)) {
      if (typeof before === "number") {
        const seconds = before === paragraph ? NATURAL_PAUSES.sentence : NATURAL_PAUSES.paragraph;
        items.push({ pause: { seconds } });
      }
      before = paragraph;
    }
    items.push(item);
  }
  if (typeof before === "number") items.push({ pause: { seconds: NATURAL_PAUSES.part } });
  return items;
}

function takesTime(item: Item): boolean {
  return !("scene" in item || "pulse" in item || "pulseOff" in item);
}
