import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";

/** Actions with no counterpart in JSON Schema that take nothing away from what a schema says. */
const SILENT = ["finite", "readonly", "trim"];

const CONFIG: ConversionConfig = {
  // The dialect of OpenAPI 3.1.
  target: "draft-2020-12",
  typeMode: "input",
  ignoreActions: SILENT,
  overrideAction: ({ valibotAction, jsonSchema }) => {
    // Patterns are Unicode's by themselves (JSON Schema, 6.4), so the flag u takes nothing away.
    if (valibotAction.type === "regex" && "requirement" in valibotAction) {
      const { requirement } = valibotAction;
      if (requirement instanceof RegExp && requirement.flags === "u") {
        return { ...jsonSchema, pattern: requirement.source };
      }
    }
    // A rule in code is told in words.
    if (valibotAction.type === "check" && "message" in valibotAction) {
      const words = [jsonSchema.description, valibotAction.message].filter(
        (text) => typeof text === "string",
      );
      return { ...jsonSchema, description: words.join("; ") };
    }
    return undefined;
  },
};

/** A schema of ours as JSON Schema. Throws, naming it, on what cannot be said there. */
export function jsonSchemaOf(schema: GenericSchema): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, CONFIG);
  return rest;
}

/** Named schemas that refer to each other below `prefix`. */
export function jsonSchemasOf(
  schemas: Readonly<Record<string, GenericSchema>>,
  prefix: string,
): Readonly<Record<string, JsonSchema>> {
  return toJsonSchemaDefs(schemas, {
    ...CONFIG,
    overrideRef: ({ referenceId }) => `${prefix}${referenceId}`,
  });
}
