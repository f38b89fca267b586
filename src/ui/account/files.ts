import * as v from "valibot";
import type { DocumentDesk } from "../../api/sync/documentDesk.ts";
import { EXPORT_FORMAT, ExportFile } from "../../session/documents/bodies.ts";
import { DOCUMENT_NAMES, DOCUMENTS, type DocumentName } from "../../session/documents/documents.ts";
import { parseDocument } from "../../session/documents/parse-document.ts";
import { mergePerson } from "../../session/person/merge-person.ts";
import type { Person } from "../../session/person/person.ts";
import { parsePerson } from "../../store/parsePerson.ts";
import type { SeenStore } from "../../store/seen.ts";
import { parseShares, type ShareStore } from "../../store/shares.ts";
import { parseWritings, type WritingStore } from "../../store/writing.ts";

export interface FilesDeps {
  readonly desk: DocumentDesk;
  readonly shares: ShareStore;
  readonly seen: SeenStore;
  readonly writings: WritingStore;
  /** What is known of the person on this device. */
  person(): Person;
  keepPerson(person: Person): void;
  now(): number;
}

export type Imported = "imported" | "wrong" | "too-new";

/** What the service never has, and what a person would miss all the same. */
const OnThisDevice = v.object({
  /** With the keys by which they are taken back. */
  shares: v.unknown(),
  seen: v.array(v.object({ id: v.string(), key: v.string(), document: v.unknown() })),
  person: v.exactOptional(v.unknown()),
  writings: v.exactOptional(v.unknown()),
});

/** The service's own export can be read, and one of a device, which holds more. */
const File = v.object({
  ...ExportFile.entries,
  onThisDevice: v.exactOptional(v.fallback(OnThisDevice, { shares: [], seen: [] })),
});

const Header = v.object({ format: v.literal(EXPORT_FORMAT), version: v.number() });

/**
 * Everything of a person as one JSON text: the documents as they are on this device, sent or not, and what never leaves it by itself.
 * No key of a device is in it.
 */
export async function exportFile({ desk, shares, seen, writings, person, now }: FilesDeps): Promise<string> {
  const documents = Object.fromEntries(DOCUMENT_NAMES.map((name) => [name, desk.get(name)]));
  const opened = await Promise.all(
    (await seen.all()).map(async (each) => ({ ...each, document: await seen.document(each.id) })),
  );
  const file = {
    format: EXPORT_FORMAT,
    version: 1,
    exportedAt: now(),
    documents,
    onThisDevice: {
      shares: await shares.all(),
      seen: opened,
      person: person(),
      writings: await writings.all(),
    },
  };
  return JSON.stringify(file, null, 2);
}

/** Brings in such a file. It is merged with what is here, as another device's would be; all of it or nothing. */
export async function importFile(deps: FilesDeps, text: string): Promise<Imported> {
  const { desk, shares, seen, writings, person, keepPerson } = deps;
  const value = parseJson(text);
  const header = v.safeParse(Header, value);
  if (!header.success) return "wrong";
  if (header.output.version > 1) return "too-new";
  const file = v.safeParse(File, value);
  if (!file.success) return "wrong";
  const bringing: (() => void)[] = [];
  for (const name of DOCUMENT_NAMES) {
    const document = file.output.documents[name];
    const ready = document === undefined ? null : prepare(desk, name, document);
    if (ready === "too-new" || ready === "wrong") return ready;
    if (ready) bringing.push(ready);
  }
  for (const bring of bringing) bring();
  const { onThisDevice } = file.output;
  for (const share of parseShares(onThisDevice?.shares).toReversed()) await shares.put(share);
  for (const { id, key, document } of onThisDevice?.seen.toReversed() ?? [])
    await seen.put({ id, key }, document);
  if (onThisDevice?.person) keepPerson(mergePerson(person(), parsePerson(onThisDevice.person)));
  const here = new Set((await writings.all()).map(({ id }) => id));
  for (const writing of parseWritings(onThisDevice?.writings)) {
    if (!here.has(writing.id)) await writings.put(writing);
  }
  return "imported";
}

function prepare<Name extends DocumentName>(
  desk: DocumentDesk,
  name: Name,
  value: object,
): (() => void) | "too-new" | "wrong" {
  const parsed = parseDocument(DOCUMENTS[name], value);
  if (!parsed.ok) return parsed.tooNew ? "too-new" : "wrong";
  const { revision: _, ...document } = parsed.document;
  return () => desk.bring(name, document as typeof parsed.document);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
