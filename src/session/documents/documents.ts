import type { GenericSchema } from "valibot";
import { MixesDocument } from "./mixes.ts";
import { PathDocument } from "./path.ts";
import { RoutineDocument } from "./routine.ts";
import { SettingsDocument } from "./settings.ts";

/** The documents of a person that the Worker keeps. */
export interface Documents {
  readonly routine: RoutineDocument;
  readonly mixes: MixesDocument;
  readonly path: PathDocument;
  readonly settings: SettingsDocument;
}

export type DocumentName = keyof Documents;

/** Everything in one document is JSON. */
export type Loose = Readonly<Record<string, unknown>>;

export interface DocumentKind<Document> {
  /** What {@link schema} reads; older documents are migrated to it. */
  readonly version: number;
  readonly schema: GenericSchema<unknown, Document>;
  /** Largest document as it is sent, bytes of UTF-8. */
  readonly maxBytes: number;
  /** `migrations[n]` turns version n + 1 into n + 2. Never changed once documents of that version exist. */
  readonly migrations: readonly ((document: Loose) => Loose)[];
}

export const DOCUMENTS: { readonly [Name in DocumentName]: DocumentKind<Documents[Name]> } = {
  routine: { version: 1, schema: RoutineDocument, maxBytes: 131_072, migrations: [] },
  mixes: { version: 1, schema: MixesDocument, maxBytes: 131_072, migrations: [] },
  path: { version: 1, schema: PathDocument, maxBytes: 131_072, migrations: [] },
  settings: { version: 1, schema: SettingsDocument, maxBytes: 8192, migrations: [] },
};

export const DOCUMENT_NAMES = ["routine", "mixes", "path", "settings"] as const satisfies DocumentName[];

export function isDocumentName(name: string): name is DocumentName {
  return Object.hasOwn(DOCUMENTS, name);
}
