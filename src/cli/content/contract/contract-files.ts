import { createHash } from "node:crypto";
import project from "../../../../package.json" with { type: "json" };
import { SessionDocument } from "../../../session/schema.ts";
import { contentHash } from "../presets.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { openapiDocument } from "./openapi.ts";
import { contractPage } from "./page.ts";
import { PAGE_STYLE } from "./page-style.ts";

/**
 * The API's contract, made from the schemas by which the Worker reads: `openapi.json` and `session.schema.json` for
 * programs, `contract.json` for the Worker, which serves them and the page from there.
 */
export function contractFiles(): readonly [name: string, content: string][] {
  const openapi = openapiDocument(project.version);
  const sessionSchema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Luwte session",
    description: "What will be heard in a session: its bed, its parts and cues, its ending.",
    ...jsonSchemaOf(SessionDocument),
  };
  const texts = {
    openapi: `${JSON.stringify(openapi)}\n`,
    sessionSchema: `${JSON.stringify(sessionSchema, null, 2)}\n`,
    page: contractPage(project.version, openapi.components.schemas),
  };
  const served = Object.entries(texts).map(([name, body]) => [name, { body, hash: contentHash(body) }]);
  const styleHash = createHash("sha256").update(PAGE_STYLE).digest("base64");
  return [
    ["openapi.json", `${JSON.stringify(openapi, null, 2)}\n`],
    ["session.schema.json", texts.sessionSchema],
    ["contract.json", `${JSON.stringify({ ...Object.fromEntries(served), styleHash })}\n`],
  ];
}
