import type { GenericSchema } from "valibot";
import * as v from "valibot";
import * as Bodies from "../../src/session/documents/bodies.ts";
import { DOCUMENT_NAMES, DOCUMENTS } from "../../src/session/documents/documents.ts";
import { BreathPattern, Item } from "../../src/session/item.ts";
import { MixDocument } from "../../src/session/mix.ts";
import { LayerLevel, Part, Script, SessionDocument } from "../../src/session/schema.ts";
import { ScriptMeta } from "../../src/session/script-meta.ts";
import { SealedScript } from "../../src/session/sealed-script.ts";
import { Publication, Published, Report, SharedDocument } from "../../src/session/shared.ts";
import { Decision } from "../shelf/decision.ts";
import { Health, Issue, OpenDocument, PresetEntry, PresetListing, Problem, ReportedPage } from "./answers.ts";

/** Every schema that the contract names, the very ones by which the Worker reads. */
export const SCHEMAS = {
  SessionDocument,
  Script,
  ScriptMeta,
  Part,
  Item,
  BreathPattern,
  LayerLevel,
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
  RoutineDocument: DOCUMENTS.routine.schema,
  MixesDocument: DOCUMENTS.mixes.schema,
  PathDocument: DOCUMENTS.path.schema,
  SettingsDocument: DOCUMENTS.settings.schema,
  Document: v.union(DOCUMENT_NAMES.map((name) => DOCUMENTS[name].schema)),
  Revisions: Bodies.Revisions,
  NewDevice: Bodies.NewDeviceBody,
  Rename: Bodies.RenameBody,
  Redeem: Bodies.RedeemBody,
  Device: Bodies.Device,
  Devices: Bodies.Devices,
  Admission: Bodies.Admission,
  PairingCode: Bodies.PairingCode,
  Ticket: Bodies.Ticket,
  ExportFile: Bodies.ExportFile,
  ImportFile: Bodies.ImportBody,
  Health,
  OpenDocument,
  Issue,
  Problem,
} as const satisfies Record<string, GenericSchema>;

export type SchemaName = keyof typeof SCHEMAS;
