import type { PresetEntry } from "../../api/listing.ts";
import type { NewestList } from "../../api/presetList.ts";
import type { Names } from "../../i18n/names.ts";
import type { Words } from "../../i18n/words.ts";
import type { Player } from "../../night/night.ts";
import type { LayerInfo } from "../../session/catalogue.ts";
import type { NarrationPack } from "../../session/narration.ts";
import type { Person } from "../../session/person/person.ts";
import type { Routine } from "../../session/routine.ts";
import type { Language, SessionDocument } from "../../session/schema.ts";
import type { ReadRoutine } from "../../store/parseRoutine.ts";
import type { Account } from "../account/account.ts";
import type { Care } from "../care/care.ts";
import type { App } from "./app.ts";
import type { Notices } from "./notices.ts";

/** Where the person's routine is kept. */
export interface RoutineKeep {
  readRoutine(): Promise<ReadRoutine>;
  saveRoutine(routine: Routine): Promise<void>;
  protect(): Promise<boolean>;
}

/** Where a person's own things are kept: on this device alone. */
export interface OwnKeep {
  readPerson(): Promise<Person>;
  savePerson(person: Person): Promise<void>;
}

/** What there is to hear; loaded when first asked for. */
export interface Library {
  session(id: string): Promise<SessionDocument | null>;
  newestSession(id: string): Promise<SessionDocument | null>;
  entries(): Promise<readonly PresetEntry[]>;
  newestEntries(): Promise<NewestList>;
  /** Own mixes and what others shared. */
  ownEntries(): Promise<readonly PresetEntry[]>;
  layers(): Promise<readonly LayerInfo[]>;
  narrators(): Promise<readonly NarrationPack[]>;
}

/** Everything the screen stands on; given once, by the composition root. */
export interface AppDeps {
  readonly player: Player;
  /** Words that were loaded first. */
  readonly words: Words;
  /** The language that was wanted first and could not be had; null where all is well. */
  readonly missing: Language | null;
  /** Where other parts of the app tell what went wrong. */
  readonly notices: Notices;
  /** The default bed, so that the first press waits for nothing. */
  readonly firstSession: SessionDocument;
  readonly routines: RoutineKeep;
  readonly own: OwnKeep;
  readonly library: Library;
  /** What stands around a guided session: loaded once there is something of it. */
  care(): Promise<Care>;
  /** Devices, sharing and own mixes: loaded once they are used. */
  account(app: App): Promise<Account>;
  loadWords(language: Language): Promise<{ readonly words: Words; readonly missing: Language | null }>;
  loadNames(language: Language): Promise<Names>;
  readonly languages: readonly Language[];
  /** Wall clock, epoch ms. */
  now(): number;
}
