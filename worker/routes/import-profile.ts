import type { Context } from "hono";
import { ImportBody } from "../../src/session/documents/bodies.ts";
import { DOCUMENT_NAMES, DOCUMENTS } from "../../src/session/documents/documents.ts";
import type { App } from "../env.ts";
import { IMPORT_BYTES } from "../limits/body-bytes.ts";
import { parseBody } from "../parse-body.ts";
import { problem } from "../problem.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { readJson } from "../read-json.ts";
import { Refusal } from "../refusal.ts";
import { contentOf, NO_STORE } from "./documents.ts";
import { revisionsOf } from "./list-documents.ts";

/** POST /api/import: writes an export's documents, all or none. One that there is already must be named in `over`. */
export async function importProfile(context: Context<App>): Promise<Response> {
  const { profile, key } = await callerOf(context);
  const { documents, over = {} } = parseBody(ImportBody, await readJson(context.req.raw, IMPORT_BYTES));
  const incoming = DOCUMENT_NAMES.flatMap((name) => {
    const document = documents[name];
    if (document === undefined) return [];
    const content = contentOf(name, document, `/documents/${name}`);
    if (new TextEncoder().encode(content).length > DOCUMENTS[name].maxBytes)
      throw new Refusal("body-too-large");
    return [{ name, content, over: over[name] ?? null }];
  });
  const outcome = granted(await profile.import(key, incoming));
  if ("imported" in outcome) return context.json(revisionsOf(outcome.imported), 200, NO_STORE);
  const current = outcome.current.map(({ name, stored }): [string, unknown] => [
    name,
    JSON.parse(stored.body),
  ]);
  return problem(context, "revision-mismatch", {}, [], { documents: Object.fromEntries(current) });
}
