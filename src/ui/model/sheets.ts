import { type ReadonlySignal, signal } from "@preact/signals";
import type { SessionDocument } from "../../session/schema.ts";

/** A panel of devices and sharing, all of which is loaded once it is used. */
export type AccountPage =
  | { readonly page: "devices" | "pair" | "recovery" | "erase" | "shares" }
  /** From a link: what a code or a recovery sheet says, so that only a yes is missing. */
  | { readonly page: "join"; readonly by: "code" | "recovery"; readonly given: string }
  | { readonly page: "share" | "keep"; readonly session: SessionDocument }
  /** @property key of a script that is encrypted; "" for a mix. */
  | { readonly page: "shared"; readonly id: string; readonly key: string };

/** A panel over the screen. `guide` may stand before a beginning; `preview` and `levels` are of one session. */
export type Sheet =
  | ({ readonly kind: "account" } & AccountPage)
  | { readonly kind: "choose" | "timer" | "breath" | "controls" | "ceiling" }
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
