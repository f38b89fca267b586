import type { GenericSchema } from "valibot";
import { MixDocument } from "../../src/session/mix.ts";
import { SessionDocument } from "../../src/session/schema.ts";
import { SealedScript } from "../../src/session/sealed-script.ts";
import { Publication, Published, Report, SharedDocument } from "../../src/session/shared.ts";
import { Decision } from "../shelf/decision.ts";
import { Health, Issue, OpenDocument, PresetEntry, PresetListing, Problem, ReportedPage } from "./answers.ts";

/** Every schema that the contract names, the very ones by which the Worker reads. */
export const SCHEMAS = {
  SessionDocument,
  PresetEntry,
  PresetListing,
  MixDocument,
  SealedScript,
  SharedDocument,
  Publication,
  Published,
  Report,
  ReportedPage,
  Decision,
  Health,
  OpenDocument,
  Issue,
  Problem,
} as const satisfies Record<string, GenericSchema>;

export type SchemaName = keyof typeof SCHEMAS;
