import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "../../session/language.ts";

interface Common {
  /** Wanted length; null = what the thing itself lasts, or a minute. */
  readonly seconds: number | null;
  readonly fromSeconds: number;
  readonly seed: number;
  readonly sampleRate: number;
  readonly out: string;
}

export type RenderWish = Common &
  (
    | { readonly kind: "layer"; readonly id: string; readonly params: Readonly<Record<string, number>> }
    | { readonly kind: "bed"; readonly id: string }
    | { readonly kind: "session"; readonly id: string; readonly language: Language }
  );

const USAGE =
  "Usage: npm run render -- (--layer ID [--param k=v ...] | --bed ID | --session ID [--lang nl|en]) [--seconds S] [--from S] [--seed N] [--rate HZ] --out FILE.wav";

/** Reads the command line, or says in one line what is wrong with it. */
export function parseRenderArguments(args: readonly string[]): RenderWish | { readonly problem: string } {
  let values: Values;
  try {
    values = parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    return {
      problem: `${error instanceof Error ? error.message.split(". ")[0] : "Unknown option"}. ${USAGE}`,
    };
  }
  try {
    return wishOf(values);
  } catch (error) {
    if (error instanceof ArgumentError) return { problem: `${error.message} ${USAGE}` };
    throw error;
  }
}

const OPTIONS = {
  layer: { type: "string" },
  bed: { type: "string" },
  session: { type: "string" },
  param: { type: "string", multiple: true },
  lang: { type: "string" },
  seconds: { type: "string" },
  from: { type: "string" },
  seed: { type: "string" },
  rate: { type: "string" },
  out: { type: "string" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

class ArgumentError extends Error {}

function wishOf(values: Values): RenderWish {
  const { layer, bed, session, out } = values;
  const named = [layer, bed, session].filter((id) => id !== undefined);
  if (named.length !== 1) throw new ArgumentError("Name one of --layer, --bed and --session.");
  if (!out) throw new ArgumentError("--out says which file to write.");
  if (values.param && layer === undefined) throw new ArgumentError("--param goes with --layer.");
  if (values.lang !== undefined && session === undefined)
    throw new ArgumentError("--lang goes with --session.");
  const common = {
    seconds: values.seconds === undefined ? null : number("seconds", values.seconds, 0.01, 43_200),
    fromSeconds: number("from", values.from ?? "0", 0, 43_200),
    seed: whole("seed", values.seed ?? "1", 0, 4_294_967_295),
    sampleRate: whole("rate", values.rate ?? "48000", 8_000, 192_000),
    out,
  };
  if (layer !== undefined) return { kind: "layer", id: layer, params: params(values.param ?? []), ...common };
  if (bed !== undefined) return { kind: "bed", id: bed, ...common };
  return { kind: "session", id: session ?? "", language: language(values.lang ?? "nl"), ...common };
}

function number(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= min && value <= max)) {
    throw new ArgumentError(`--${name} is a number from ${min} to ${max}.`);
  }
  return value;
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = number(name, text, min, max);
  if (!Number.isInteger(value)) throw new ArgumentError(`--${name} is a whole number.`);
  return value;
}

function language(text: string): Language {
  const known = LANGUAGES.find((language) => language === text);
  if (!known) throw new ArgumentError(`--lang is one of ${LANGUAGES.join(", ")}.`);
  return known;
}

function params(pairs: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, text, ...rest] = pair.split("=");
      const value = Number(text);
      if (!name || !text || rest.length > 0 || !Number.isFinite(value)) {
        throw new ArgumentError("--param is written name=number.");
      }
      return [name, value];
    }),
  );
}
