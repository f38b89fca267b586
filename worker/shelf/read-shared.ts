import * as v from "valibot";
import { MIX_VERSION } from "../../src/session/mix.ts";
import { SEALED_VERSION } from "../../src/session/sealed-script.ts";
import { SharedDocument } from "../../src/session/shared.ts";

const Versioned = v.looseObject({ version: v.number(), kind: v.string() });

/** Whether newer code than this made it, of which this code must not guess the meaning. */
export function isTooNew(document: unknown): boolean {
  const read = v.safeParse(Versioned, document);
  if (!read.success) return false;
  const { kind, version } = read.output;
  return version > (kind === "mix" ? MIX_VERSION : SEALED_VERSION);
}

/** A shared document as it stands on a shelf, checked on its way out as it was on its way in. */
export function readShared(body: string): "fits" | "too-new" | "unfit" {
  const document: unknown = JSON.parse(body);
  if (isTooNew(document)) return "too-new";
  return v.is(SharedDocument, document) ? "fits" : "unfit";
}
