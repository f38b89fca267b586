import * as v from "valibot";
import { PresetFilters } from "../routes/preset-filters.ts";
import type { Answer, Operation, Parameter } from "./operation.ts";

const FILTERS: Readonly<Record<keyof typeof PresetFilters.entries, string>> = {
  kind: "Beds alone, or guided sessions alone.",
  language: "Sessions that speak it; beds have no words and stay.",
  moment: "Sessions made for this moment.",
  need: "Sessions made for this need; the list names the needs there are.",
  minSeconds: "Sessions that usually last as long or longer, in `language` where that is given.",
  maxSeconds: "Sessions that usually last as long or shorter.",
};

const filters = Object.entries(PresetFilters.entries).map(([name, { wrapped }]): Parameter => {
  const description = Object.hasOwn(FILTERS, name) ? FILTERS[name as keyof typeof FILTERS] : "";
  return { in: "query", name, description, schema: wrapped };
});

export const IfNoneMatch: Parameter = {
  in: "header",
  name: "If-None-Match",
  description: "ETag of the copy at hand.",
  schema: v.string(),
};

export const UNCHANGED: Answer = { description: "The copy at hand is the newest." };

const id: Parameter = {
  in: "path",
  name: "id",
  description: "From the list.",
  schema: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
};

export const PRESET_OPERATIONS: readonly Operation[] = [
  {
    id: "listPresets",
    method: "get",
    path: "/api/presets",
    tag: "Presets",
    summary: "What there is to hear",
    description: "Every filter narrows the list; together they narrow it further.",
    parameters: [...filters, IfNoneMatch],
    answers: {
      200: { description: "The list.", schema: "PresetListing", headers: { etag: "Changes with the list." } },
      304: UNCHANGED,
    },
    problems: ["filter-unknown"],
  },
  {
    id: "getPreset",
    method: "get",
    path: "/api/presets/{id}",
    tag: "Presets",
    summary: "A session as it is now",
    parameters: [id, IfNoneMatch],
    answers: {
      200: {
        description: "The session.",
        schema: "SessionDocument",
        headers: { etag: "Its version.", "content-location": "Where this very version stands." },
      },
      304: UNCHANGED,
    },
    problems: ["preset-not-found"],
  },
  {
    id: "getPresetVersion",
    method: "get",
    path: "/api/presets/{id}/versions/{version}",
    tag: "Presets",
    summary: "One version of a session, which never changes",
    parameters: [
      id,
      {
        in: "path",
        name: "version",
        description: "From the list.",
        schema: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
      },
      IfNoneMatch,
    ],
    answers: {
      200: {
        description: "The session, to be kept for good.",
        schema: "SessionDocument",
        headers: { etag: "The version." },
      },
      304: UNCHANGED,
    },
    problems: ["preset-not-found", "version-not-found"],
  },
];
