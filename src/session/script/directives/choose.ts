import type { Choice } from "../../schema.ts";
import type { Directive, Wrong } from "./directive.ts";

const Id = /^[a-z][a-z0-9-]{0,39}$/;

/** `[choose place: sea|forest|rain|fire]` */
export function readChoose({ rest }: Directive, wrong: Wrong): Choice | null {
  const [, id = "", list = ""] = /^([^\s:]+)\s*:\s*(.+)$/.exec(rest) ?? [];
  const options = list.split("|").map((option) => option.trim());
  const named = [id, ...options].every((name) => Id.test(name));
  const fits = named && options.length >= 2 && options.length <= 8;
  if (!fits || new Set(options).size < options.length) {
    return wrong("A choice needs a name and two to eight different options, in small letters.");
  }
  return { id, options };
}
