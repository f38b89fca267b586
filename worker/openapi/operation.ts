import type { GenericSchema } from "valibot";
import type { ProblemCode } from "../problem.ts";
import type { SchemaName } from "./schemas.ts";

/** Which secret an operation asks for, as `Authorization: Bearer …`. */
export type Secret = "deviceKey" | "withdrawKey" | "operatorSecret";

export const TAGS = ["Presets", "Sharing", "Profile", "Devices", "Service"] as const;

/** One route of the API as the contract describes it: data alone, from which document and page are made. */
export interface Operation {
  /** Name of the function in a generated client. */
  readonly id: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** With parameters as `{id}`. */
  readonly path: `/api${string}`;
  readonly tag: (typeof TAGS)[number];
  /** A line. */
  readonly summary: string;
  /** What else there is to know. */
  readonly description?: string;
  readonly secret?: Secret;
  /** The secret is not needed, but counts where it is given. */
  readonly secretOptional?: true;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly schema: SchemaName; readonly maxBytes: number };
  readonly answers: Readonly<Record<number, Answer>>;
  /** What can go wrong here besides what can go wrong anywhere. */
  readonly problems?: readonly ProblemCode[];
}

export interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly description: string;
  readonly schema: GenericSchema;
  /** Parameters of a path always are. */
  readonly required?: boolean;
}

export interface Answer {
  readonly description: string;
  /** Absent where there is no body. */
  readonly schema?: SchemaName;
  /** application/json where it is not said. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What can go wrong at every address. */
export const PROBLEMS_ANYWHERE: readonly ProblemCode[] = ["address-too-long", "internal"];

/** What can go wrong wherever a person is known by a device's key. */
export const PROBLEMS_OF_KEYS: readonly ProblemCode[] = ["key-refused", "busy"];

/** What can go wrong wherever a body is read. */
export const PROBLEMS_OF_BODIES: readonly ProblemCode[] = [
  "not-json",
  "body-not-json",
  "body-too-large",
  "body-invalid",
];
