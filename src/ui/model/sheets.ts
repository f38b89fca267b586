import { type ReadonlySignal, signal } from "@preact/signals";
import type { SessionDocument } from "../../session/schema.ts";

/** A panel over the screen. `guide` may stand before a beginning; `preview` and `levels` are of one session. */
export type Sheet =
  | { readonly kind: "choose" | "timer" | "breath" | "controls" }
  | { readonly kind: "guide"; readonly thenBegin: boolean }
  | { readonly kind: "preview" | "levels"; readonly session: SessionDocument };

/** Open panels, each over the one it was opened from. */
export interface Sheets {
  readonly open: ReadonlySignal<readonly Sheet[]>;
  push(sheet: Sheet): void;
  back(): void;
  closeAll(): void;
}

export function createSheets(): Sheets {
  const open = signal<readonly Sheet[]>([]);
  return {
    open,
    push(sheet) {
      open.value = [...open.value, sheet];
    },
    back() {
      open.value = open.value.slice(0, -1);
    },
    closeAll() {
      open.value = [];
    },
  };
}
