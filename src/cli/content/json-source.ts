import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ContentIssue, type Place, placeAt } from "./content-issue.ts";

/** A JSON text with its value and the way back from a place in the value to a place in the text. */
export interface JsonSource {
  readonly value: unknown;
  /** Where the entry that a JSON pointer (RFC 6901) names stands; where it is missing, its nearest parent. */
  placeOf(pointer: string): Place;
}

/**
 * Reads JSON from a file's text; what is no JSON, or has a name twice, comes back as an issue with line and column. Where
 * everything stands is only looked up once somebody asks.
 */
export function readJson(file: string, source: string): JsonSource | ContentIssue {
  try {
    const value = plain(source) ?? scan(source, new Map());
    let offsets: Map<string, number> | null = null;
    return {
      value,
      placeOf(pointer) {
        if (!offsets) {
          offsets = new Map();
          scan(source, offsets);
        }
        let known = pointer;
        while (!offsets.has(known) && known !== "") known = known.slice(0, known.lastIndexOf("/"));
        return placeAt(source, offsets.get(known) ?? 0);
      },
    };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { file, place: placeAt(source, error.offset), message: error.message };
  }
}

/** The value, quickly; undefined where something is wrong with it. */
function plain(source: string): unknown {
  let names = 0;
  for (const [, colon] of source.matchAll(TEXT_OR_NAME)) if (colon) names++;
  try {
    const value: unknown = JSON.parse(source);
    // A name that stands twice in an object is there once.
    return namesIn(value) === names ? value : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const children = Object.values(value);
  const own = Array.isArray(value) ? 0 : children.length;
  return children.reduce((sum: number, child) => sum + namesIn(child), own);
}

/** As {@link readJson}, from the disk. @param file relative to the project's folder */
export async function readJsonFile(root: string, file: string): Promise<JsonSource | ContentIssue> {
  const source = await readFile(join(root, file), "utf8").catch(() => null);
  return source === null ? { file, place: null, message: "This file is missing." } : readJson(file, source);
}

class NotJson extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const TEXT_OR_NAME = /"(?:[^"\\\n]|\\.)*"([ \t\r\n]*:)?/g;
const SPACE = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\n]|\\.)*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** JSON by its grammar (RFC 8259), noting the offset of every entry under its pointer. */
function scan(source: string, offsets: Map<string, number>): unknown {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const sign = (character: string): boolean => {
    take(SPACE);
    if (source[at] !== character) return false;
    at++;
    return true;
  };
  const expect = (character: string, words: string) => {
    if (!sign(character)) throw new NotJson(at, words);
  };

  const parseToken = (token: string): unknown => {
    try {
      return JSON.parse(token);
    } catch {
      throw new NotJson(
        at - token.length,
        "This text holds an escape or a character that JSON does not know.",
      );
    }
  };
  const value = (pointer: string): unknown => {
    take(SPACE);
    offsets.set(pointer, at);
    if (sign("{")) return object(pointer);
    if (sign("[")) return array(pointer);
    const token = take(TEXT) ?? take(PLAIN);
    if (token === null) throw new NotJson(at, "A value was expected here.");
    return parseToken(token);
  };
  const object = (pointer: string): unknown => {
    const entries: [string, unknown][] = [];
    if (sign("}")) return {};
    do {
      take(SPACE);
      const start = at;
      const token = take(TEXT);
      if (token === null) throw new NotJson(at, "A name in double quotes was expected here.");
      const key = String(parseToken(token));
      if (entries.some(([known]) => known === key)) throw new NotJson(start, "This name stands here twice.");
      expect(":", "A colon was expected here.");
      const child = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      entries.push([key, value(child)]);
    } while (sign(","));
    expect("}", "A comma or a closing brace was expected here.");
    return Object.fromEntries(entries);
  };
  const array = (pointer: string): unknown => {
    const items: unknown[] = [];
    if (sign("]")) return items;
    do items.push(value(`${pointer}/${items.length}`));
    while (sign(","));
    expect("]", "A comma or a closing bracket was expected here.");
    return items;
  };

  const result = value("");
  take(SPACE);
  if (at < source.length) throw new NotJson(at, "Nothing may follow here.");
  return result;
}
