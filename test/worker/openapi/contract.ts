import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import document from "../../../sounds/built/openapi.json";

interface Described {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Schema }>> }>>;
}

/** The contract as it was built. */
export const openapi = document;
const paths: Readonly<Record<string, Readonly<Record<string, Described>>>> = document.paths as never;
const validators = new WeakMap<Schema, Validator>();

/** Every operation, with its path as Hono writes it. */
export const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    route: path.replaceAll(/\{(\w+)\}/g, ":$1"),
    method: method.toUpperCase(),
    ...operation,
  })),
);

/**
 * What an answer has that the contract does not say, empty where it fits.
 * @param text the answer's body, which can be read once
 */
export function misfits(operationId: string, answer: Response, text: string): readonly string[] {
  const operation = described.find((each) => each.operationId === operationId);
  const response = operation?.responses[String(answer.status)];
  if (!response) return [`${operationId} does not say ${answer.status}`];
  const type = answer.headers.get("content-type");
  if (!response.content) return text === "" && type === null ? [] : [`${operationId} has a body`];
  const content = Object.entries(response.content).find(([name]) => name === type);
  if (!content) return [`${operationId} ${answer.status} does not say ${type}`];
  if (!type?.includes("json")) return [];
  const [, { schema }] = content;
  return against(schema, JSON.parse(text)).map((error) => `${operationId} ${answer.status}: ${error}`);
}

/** What a value has that a schema of the contract does not allow. */
export function against(schema: Schema, value: unknown): readonly string[] {
  const validator =
    validators.get(schema) ??
    new Validator({ ...schema, components: document.components } as Schema, "2020-12", false);
  validators.set(schema, validator);
  return validator
    .validate(value)
    .errors.map(({ instanceLocation, error }: OutputUnit) => `${instanceLocation} ${error}`);
}
