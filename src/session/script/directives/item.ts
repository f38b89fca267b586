import type { Item } from "../../item.ts";
import type { Report } from "../issue.ts";
import type { Known } from "../known.ts";
import { readBell } from "./bell.ts";
import { readBreathe } from "./breathe.ts";
import { readCount } from "./count.ts";
import type { ReadDirective } from "./directive.ts";
import type { DirectiveName } from "./forms.ts";
import { type OpenedDirective, wrongAt } from "./open.ts";
import { readPause } from "./pause.ts";
import { readPulse } from "./pulse.ts";
import { readScene } from "./scene.ts";

/** Directives that are one item; the others hold lines together or stand before the first heading. */
const READ = {
  pause: readPause,
  breathe: readBreathe,
  scene: readScene,
  bell: readBell,
  pulse: readPulse,
  count: readCount,
} as const satisfies Partial<Record<DirectiveName, ReadDirective>>;

export interface ItemDirective extends OpenedDirective {
  readonly name: keyof typeof READ;
}

export function isItemDirective(directive: OpenedDirective): directive is ItemDirective {
  return Object.hasOwn(READ, directive.name);
}

/** The item that a directive is; null after reporting what does not fit, with the form to write. */
export function readItem(directive: ItemDirective, known: Known, report: Report): Item | null {
  return READ[directive.name](directive, { known, report, wrong: wrongAt(directive, report) });
}
