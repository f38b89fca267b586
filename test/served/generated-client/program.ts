/**
 * A program by somebody who knows the service from its contract alone. It must compile against the generated types,
 * which refuse what the contract refuses, and prints what it did.
 */
export const PROGRAM = `
import createClient from "openapi-fetch";
import type { paths } from "./luwte.d.ts";

const baseUrl = process.argv[2] ?? "";
const client = createClient<paths>({ baseUrl });

const list = await client.GET("/api/presets", { params: { query: { kind: "guided", language: "nl" } } });
const [preset] = list.data?.presets ?? [];
const session = await client.GET("/api/presets/{id}", { params: { path: { id: preset?.id ?? "" } } });

const made = await client.POST("/api/profiles", { body: { deviceName: "Generated" } });
const { profileId = "", secret = "" } = made.data ?? {};
const own = createClient<paths>({ baseUrl, headers: { authorization: \`Bearer \${profileId}.\${secret}\` } });
const put = await own.PUT("/api/documents/{name}", {
  params: { path: { name: "settings" }, header: { "If-None-Match": "*" } },
  body: { version: 1, changedAt: 1, settings: { language: "nl", haptics: false } },
});
const shared = await own.POST("/api/shared", {
  body: {
    document: { version: 1, kind: "mix", layers: [{ layer: "rain", gainDb: -6 }] },
    lifetime: "1-day",
    withdrawHash: "A".repeat(43),
  },
});
const read = await client.GET("/api/shared/{id}", { params: { path: { id: shared.data?.id ?? "" } } });
const reported = await client.POST("/api/shared/{id}/reports", {
  params: { path: { id: shared.data?.id ?? "" } },
  body: { reason: "other", note: "from the generated client" },
});
const refused = await client.GET("/api/devices");

// @ts-expect-error: there is no such kind of preset
await client.GET("/api/presets", { params: { query: { kind: "song" } } });
// @ts-expect-error: a device has a name
await client.POST("/api/profiles", { body: {} });
// @ts-expect-error: there is no such address
await client.GET("/api/nothing");

console.log(JSON.stringify({
  kinds: [...new Set((list.data?.presets ?? []).map(({ kind }) => kind))],
  session: session.data?.id === preset?.id,
  revision: put.data?.revision,
  mix: read.data?.kind,
  id: shared.data?.id,
  reported: reported.response.status,
  refused: refused.error?.code,
}));
`;

/** Types as strict as ours, and the declarations checked too. */
export const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: "ES2023",
    module: "NodeNext",
    strict: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: ["node"],
  },
  include: ["*.ts"],
});
