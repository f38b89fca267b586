import { type Layout, type LayoutContext, layOut } from "./layout.ts";
import type { Part } from "./schema.ts";
import { STRETCH } from "./stretch.ts";

/** Halvings of the stretch: 3.5 / 2^40, far below a sample. */
const HALVINGS = 40;

/** What one script can become for one narrator and breath: its bounds, and the layout nearest to a wanted length. */
export interface Fit {
  readonly shortestSeconds: number;
  /** Everything, with the pauses as written. */
  readonly naturalSeconds: number;
  readonly longestSeconds: number;
  /** The layout that ends at `seconds` or as little before as possible; at the shortest where that is longer. */
  layout(seconds: number): Layout;
}

/** Optional parts are kept from the first on: none of them, the first, the first two, ... all. */
export function fitParts(parts: readonly Part[], context: LayoutContext): Fit {
  const optional = parts.filter((part) => part.optional);
  const choices = optional.length === parts.length ? [parts] : choicesOf(parts, optional);
  const laid = (choice: readonly Part[], stretch: number) => layOut(choice, stretch, context);
  const ends = choices.map((choice) => ({
    choice,
    shortest: laid(choice, STRETCH.min).endSeconds,
    natural: laid(choice, 1).endSeconds,
    longest: laid(choice, STRETCH.max).endSeconds,
  }));
  return {
    shortestSeconds: Math.min(...ends.map(({ shortest }) => shortest)),
    naturalSeconds: Math.max(...ends.map(({ natural }) => natural)),
    longestSeconds: Math.max(...ends.map(({ longest }) => longest)),
    layout(seconds) {
      const unshrunk = ends.findLast(({ natural, longest }) => natural <= seconds && seconds <= longest);
      const possible = ends.findLast(({ shortest }) => shortest <= seconds);
      const { choice } = unshrunk ?? possible ?? shortestOf(ends);
      return stretchedTo(seconds, (stretch) => laid(choice, stretch));
    },
  };
}

function choicesOf(parts: readonly Part[], optional: readonly Part[]): readonly (readonly Part[])[] {
  return Array.from({ length: optional.length + 1 }, (_, kept) => {
    const left = new Set(optional.slice(kept));
    return parts.filter((part) => !left.has(part));
  });
}

function shortestOf<T extends { readonly shortest: number }>(ends: readonly T[]): T {
  return ends.reduce((least, each) => (each.shortest < least.shortest ? each : least));
}

/** The largest stretch whose layout ends in time: ends never move earlier as the stretch grows, so halving finds it. */
function stretchedTo(seconds: number, laid: (stretch: number) => Layout): Layout {
  const widest = laid(STRETCH.max);
  if (widest.endSeconds <= seconds) return widest;
  let best = laid(STRETCH.min);
  let [low, high]: [number, number] = [STRETCH.min, STRETCH.max];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    const layout = laid(middle);
    if (layout.endSeconds <= seconds) [low, best] = [middle, layout];
    else high = middle;
  }
  return best;
}
