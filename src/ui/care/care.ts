import type { ComponentType } from "preact";
import { loadCareWords } from "../../i18n/careWords.ts";
import { loadSheetWords } from "../../i18n/sheetWords.ts";
import type { NightRequest } from "../../night/night.ts";
import type { Person } from "../../session/person/person.ts";
import type { Suit } from "../../session/person/suit.ts";
import { suitOf } from "../../session/person/suited.ts";
import type { Language } from "../../session/schema.ts";
import type { Keep } from "../../store/keep.ts";
import { parsePerson } from "../../store/parsePerson.ts";
import { type WritingStore, writingStore } from "../../store/writing.ts";
import type { App } from "../model/app.ts";
import { beforeGuided } from "./beforeGuided.ts";
import { HowWasIt } from "./HowWasIt.tsx";

/** All that stands around a guided session; loaded once there is something of it, and some seconds after the start. */
export interface Care {
  /** Reads what is kept of a person. Never throws. */
  parsePerson(value: unknown): Person;
  suitOf(person: Person): Suit;
  /** What a guided session is begun with; null where something is asked first. */
  beforeGuided(app: App, asked: boolean): Promise<NightRequest | null>;
  /** The question how the last session was; draws nothing where there is nothing to ask. */
  readonly HowWasIt: ComponentType<{ readonly app: App }>;
  readonly writings: WritingStore;
  /** Fetches every page, help above all, so that they are there without a connection. */
  bringPages(language: Language): Promise<void>;
}

export function createCare(keep: Keep): Care {
  return {
    parsePerson,
    suitOf,
    beforeGuided,
    HowWasIt,
    writings: writingStore(keep),
    async bringPages(language) {
      await Promise.allSettled([
        import("../sheets/SheetBody.tsx"),
        import("./CareSheet.tsx"),
        loadCareWords(language),
        loadSheetWords(language),
      ]);
    },
  };
}
