import * as v from "valibot";
import { DOCUMENT_NAMES } from "./documents.ts";
import { EpochMs, Name, Revision } from "./entries.ts";

/** Sent to become a device of a profile, a new one or one's own. */
export const NewDeviceBody = v.strictObject({ deviceName: Name });

/** Sent to redeem a pairing code, as a person types it. */
export const RedeemBody = v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)), deviceName: Name });

/** Sent to give a device another name. */
export const RenameBody = v.strictObject({ name: Name });

export const Device = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  name: Name,
  /** `recovery` is the key on the recovery sheet. */
  kind: v.picklist(["device", "recovery"]),
  createdAt: EpochMs,
  /** Exact to an hour. */
  lastSeenAt: EpochMs,
});
export type Device = v.InferOutput<typeof Device>;

/** What a new device gets, once: the Worker keeps the secret's hash alone. */
export const Admission = v.strictObject({
  profileId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  device: Device,
});
export type Admission = v.InferOutput<typeof Admission>;

export const Devices = v.strictObject({ devices: v.array(Device), current: Device.entries.id });

/** Revision of each document that there is. */
export const Revisions = v.strictObject({ documents: v.partial(perDocument(Revision)) });
export type Revisions = v.InferOutput<typeof Revisions>;

export const PairingCode = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/)),
  expiresAt: EpochMs,
});

export const Ticket = v.strictObject({
  ticket: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  expiresAt: EpochMs,
});

/** What the socket of changes says. */
export const Change = v.union([
  v.strictObject({ document: v.picklist(DOCUMENT_NAMES), revision: Revision }),
  v.strictObject({ devices: v.literal(true) }),
]);
export type Change = v.InferOutput<typeof Change>;

function perDocument<Schema extends v.GenericSchema>(schema: Schema) {
  return v.strictObject({ routine: schema, mixes: schema, path: schema, settings: schema });
}

export const EXPORT_FORMAT = "luwte-export";

/** Everything about a person in one file; sent back with `over`, it is an import. The documents are parsed by kind. */
export const ExportFile = v.strictObject({
  format: v.literal(EXPORT_FORMAT),
  version: v.literal(1),
  exportedAt: v.exactOptional(EpochMs),
  documents: v.partial(perDocument(v.looseObject({}))),
  /** For reading; devices come in by pairing. */
  devices: v.exactOptional(v.array(Device)),
});

export const ImportBody = v.strictObject({
  ...ExportFile.entries,
  /** Documents that may be replaced, by the revision that they have. */
  over: v.exactOptional(v.partial(perDocument(Revision))),
});
