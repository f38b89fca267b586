import type { Item } from "../item.ts";

/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An item where its writer put it; what a repeat says again stands here once, and natural pauses do not. */
export interface PlacedItem extends Place {
  readonly item: Item;
}

/** A part's heading and what was written under it. */
export interface PlacedPart extends Place {
  readonly items: readonly PlacedItem[];
}

/** Where everything of a compiled script stands in its text. */
export interface ScriptPlaces {
  /** Where the value of each key of the front matter begins. */
  readonly front: ReadonlyMap<string, Place>;
  /** The line that ends the front matter. */
  readonly frontEnd: Place;
  /** As many as the script has parts, in the same order. */
  readonly parts: readonly PlacedPart[];
}
