import { MESSAGE_KEYS, type MessageKey } from "./keys.ts";

export type Messages = Readonly<Record<MessageKey, string>>;

/** One thing wrong with a language file: which key, and what about it. */
export interface MessageIssue {
  readonly key: string;
  readonly issue: "not-an-object" | "missing" | "not-text" | "empty" | "unknown";
}

export type ParsedMessages =
  | { readonly ok: true; readonly messages: Messages; readonly issues: readonly MessageIssue[] }
  | { readonly ok: false; readonly issues: readonly MessageIssue[] };

/**
 * Reads a language's `messages.json`. Every key must have a text; keys that nothing uses are named in `issues` but
 * do no harm. Never throws.
 */
export function parseMessages(value: unknown): ParsedMessages {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, issues: [{ key: "", issue: "not-an-object" }] };
  }
  const texts = new Map<string, unknown>(Object.entries(value));
  const harmful: MessageIssue[] = [];
  const messages: Partial<Record<MessageKey, string>> = {};
  for (const key of MESSAGE_KEYS) {
    const text = texts.get(key);
    texts.delete(key);
    if (text === undefined) harmful.push({ key, issue: "missing" });
    else if (typeof text !== "string") harmful.push({ key, issue: "not-text" });
    else if (text.trim() === "") harmful.push({ key, issue: "empty" });
    else messages[key] = text;
  }
  const unknown = [...texts.keys()].map((key) => ({ key, issue: "unknown" as const }));
  if (!isComplete(messages)) return { ok: false, issues: [...harmful, ...unknown] };
  return { ok: true, messages, issues: unknown };
}

function isComplete(messages: Partial<Record<MessageKey, string>>): messages is Messages {
  return MESSAGE_KEYS.every((key) => messages[key] !== undefined);
}

/** Fills the `{places}` of a message. A place without a value stays as it is written. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
