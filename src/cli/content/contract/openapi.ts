import {
  type Answer,
  type Operation,
  type Parameter,
  PROBLEMS_ANYWHERE,
  PROBLEMS_OF_BODIES,
  TAGS,
} from "../../../../worker/openapi/operation.ts";
import { OPERATIONS } from "../../../../worker/openapi/operations.ts";
import { SCHEMAS, type SchemaName } from "../../../../worker/openapi/schemas.ts";
import { PROBLEMS, type ProblemCode } from "../../../../worker/problem.ts";
import { jsonSchemaOf, jsonSchemasOf } from "./json-schema.ts";

const PREFIX = "#/components/schemas/";

/** The contract as an OpenAPI 3.1 document. @param version the service's */
export function openapiDocument(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: operationObject(operation),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Luwte",
      version,
      description:
        "Sessions to fall asleep by, what people share, and a person's own routine. Requests and answers are JSON; every " +
        "error is a problem (RFC 9457) with a stable code. There are no cookies, and pages of other sites are not let in.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: TAGS.map((name) => ({ name })),
    paths,
    components: {
      schemas: jsonSchemasOf(SCHEMAS, PREFIX),
      securitySchemes: {
        deviceKey: {
          type: "http",
          scheme: "bearer",
          description: "<profileId>.<secret>, as the making of a profile or the pairing of a device gave it.",
        },
        withdrawKey: {
          type: "http",
          scheme: "bearer",
          description: "What withdrawHash was made of when it was shared.",
        },
        operatorSecret: {
          type: "http",
          scheme: "bearer",
          description:
            "LUWTE_OPERATOR_SECRET on raw workerd, OPERATOR_SECRET on Cloudflare; 32 characters or more.",
        },
      },
    },
  };
}

/** Every problem that an operation can answer with. */
export function problemsOf({ body, problems = [] }: Operation): readonly ProblemCode[] {
  return [...problems, ...(body ? PROBLEMS_OF_BODIES : []), ...PROBLEMS_ANYWHERE];
}

function operationObject(operation: Operation) {
  const { id, tag, summary, description, secret, secretOptional, parameters, body, answers } = operation;
  const answered = Object.entries(answers).map(([status, answer]) => [status, answerObject(answer)]);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(secret ? { security: [{ [secret]: [] }, ...(secretOptional ? [{}] : [])] } : {}),
    ...(parameters ? { parameters: parameters.map(parameterObject) } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            description: `At most ${body.maxBytes} bytes.`,
            content: { "application/json": { schema: reference(body.schema) } },
          },
        }
      : {}),
    responses: { ...Object.fromEntries(answered), ...problemObjects(problemsOf(operation)) },
  };
}

function parameterObject({ in: where, name, description, schema, required }: Parameter) {
  return {
    in: where,
    name,
    description,
    required: where === "path" || required === true,
    schema: jsonSchemaOf(schema),
  };
}

function answerObject({ description, schema, type, headers = {} }: Answer) {
  const content = schema ? { schema: reference(schema) } : { schema: { type: "string" } };
  return {
    description,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, words]) => [
        name,
        { description: words, schema: { type: "string" } },
      ]),
    ),
    ...(schema || type ? { content: { [type ?? "application/json"]: content } } : {}),
  };
}

/** One response per status, which names the codes that come with it. */
function problemObjects(codes: readonly ProblemCode[]) {
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = PROBLEMS[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...statuses].map(([status, coded]) => [
      status,
      {
        description: coded.map((code) => `${code}: ${PROBLEMS[code].title}.`).join(" "),
        content: {
          "application/problem+json": {
            schema: { allOf: [reference("Problem"), { properties: { code: { enum: coded } } }] },
          },
        },
      },
    ]),
  );
}

function reference(name: SchemaName) {
  return { $ref: `${PREFIX}${name}` };
}
