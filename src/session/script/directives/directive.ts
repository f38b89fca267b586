import type { Item } from "../../item.ts";
import type { Report } from "../issue.ts";
import type { Known } from "../known.ts";

/** One directive line, such as `[scene rain -3dB over 30s, surface=window]`. */
export interface Directive {
  /** `scene` */
  readonly name: string;
  /** What follows the name up to the first comma, split at white space: `rain`, `-3dB`, `over`, `30s`. */
  readonly words: readonly string[];
  /** What follows each comma: `surface=window`. */
  readonly more: readonly string[];
  /** Everything after the name, as it was written. */
  readonly rest: string;
  readonly line: number;
  readonly column: number;
}

/** Reads one kind of directive into an item; null after reporting what does not fit. */
export type ReadDirective = (
  directive: Directive,
  context: { readonly known: Known; readonly report: Report; readonly wrong: Wrong },
) => Item | null;

/** Reports why a directive does not fit, together with the form to write. */
export type Wrong = (why: string) => null;
