import { type ReadonlySignal, signal } from "@preact/signals";
import type { MessageKey } from "../../i18n/keys.ts";

/** One quiet line about something that went wrong. */
export interface Notice {
  readonly key: Extract<MessageKey, `problem.${string}`>;
  readonly values?: Readonly<Record<string, string>>;
}

/** Lines that wait to be read, oldest first; the screen shows one at a time. */
export interface Notices {
  readonly waiting: ReadonlySignal<readonly Notice[]>;
  /** Adds a line; the same one is never there twice. */
  tell(notice: Notice): void;
  dismiss(): void;
}

export function createNotices(): Notices {
  const waiting = signal<readonly Notice[]>([]);
  return {
    waiting,
    tell(notice) {
      if (!waiting.value.some(({ key }) => key === notice.key)) waiting.value = [...waiting.value, notice];
    },
    dismiss() {
      waiting.value = waiting.value.slice(1);
    },
  };
}
