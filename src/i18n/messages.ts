import { MESSAGE_KEYS, type MessageKey } from "./keys.ts";

export type Texts<Key extends string> = Readonly<Record<Key, string>>;
export type Messages = Texts<MessageKey>;

/** One thing wrong with a language file: which key, and what about it. */
export interface MessageIssue {
  readonly key: string;
  readonly issue: "not-an-object" | "missing" | "not-text" | "empty" | "unknown";
}

export type ParsedTexts<Key extends string> =
  | { readonly ok: true; readonly messages: Texts<Key>; readonly issues: readonly MessageIssue[] }
  | { readonly ok: false; readonly issues: readonly MessageIssue[] };

/** Reads a language's `messages.json`. */
export function parseMessages(value: unknown): ParsedTexts<MessageKey> {
  return parseTexts(value, MESSAGE_KEYS);
}

/**
 * Reads a file of texts. Every key must have one; keys that nothing uses are named in `issues` but do no harm. Never
 * throws.
 */
export function parseTexts<Key extends string>(value: unknown, keys: readonly Key[]): ParsedTexts<Key> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, issues: [{ key: "", issue: "not-an-object" }] };
  }
  const texts = new Map<string, unknown>(Object.entries(value));
  const harmful: MessageIssue[] = [];
  const messages: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const text = texts.get(key);
    texts.delete(key);
    if (text === undefined) harmful.push({ key, issue: "missing" });
    else if (typeof text !== "string") harmful.push({ key, issue: "not-text" });
    else if (text.trim() === "") harmful.push({ key, issue: "empty" });
    else messages[key] = text;
  }
  const unknown = [...texts.keys()].map((key) => ({ key, issue: "unknown" as const }));
  if (!isComplete(messages, keys)) return { ok: false, issues: [...harmful, ...unknown] };
  return { ok: true, messages, issues: unknown };
}

function isComplete<Key extends string>(
  messages: Partial<Record<Key, string>>,
  keys: readonly Key[],
): messages is Record<Key, string> {
  return keys.every((key) => messages[key] !== undefined);
}

/** Fills the `{places}` of a message. A place without a value stays as it is written. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
