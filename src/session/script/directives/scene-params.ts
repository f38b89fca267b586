import { settingValues } from "../../setting.ts";
import type { ScriptIssueCode } from "../issue.ts";
import type { ScriptLayer } from "../known.ts";

type Say = (code: ScriptIssueCode, message: string) => void;

/**
 * Reads `surface=window`, `intensity=0.4` or `setting=brook`: numbers within the parameter's range, the name of one of
 * its choices, or a named setting of the layer. Later ones count.
 * @param layer undefined = no layer is known here, and numbers alone can be read
 * @returns null after reporting
 */
export function readSceneParams(
  texts: readonly string[],
  layer: ScriptLayer | undefined,
  say: Say,
): Record<string, number> | null {
  const params: Record<string, number> = {};
  for (const text of texts) {
    const [, name = "", value = ""] = /^([A-Za-z][A-Za-z0-9-]{0,39})\s*=\s*(\S+)$/.exec(text) ?? [];
    const read = name === "" ? null : readParam(name, value, layer, say);
    if (name === "") say("param-value", `“${text}” is no parameter. Write it as “intensity=0.4”.`);
    if (!read) return null;
    Object.assign(params, read);
  }
  return params;
}

function readParam(
  name: string,
  value: string,
  layer: ScriptLayer | undefined,
  say: Say,
): Readonly<Record<string, number>> | null {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
  const wrong = (message: string) => {
    say("param-value", message);
    return null;
  };
  if (!layer) {
    return number === null
      ? wrong(`Which layers there are is not known here: give “${name}” a number.`)
      : { [name]: number };
  }
  const spec = Object.hasOwn(layer.params, name) ? layer.params[name] : undefined;
  if (!spec && name === "setting") {
    const settings = Object.keys(layer.settings ?? {});
    if (settings.includes(value)) return settingValues(layer, value);
    return wrong(
      settings.length === 0
        ? `${layer.id} has no named settings.`
        : `${layer.id} has no setting “${value}”. Known are ${settings.join(", ")}.`,
    );
  }
  if (!spec || spec.role === "breath") {
    const names = Object.entries(layer.params).flatMap(([id, { role }]) => (role === "breath" ? [] : [id]));
    say(
      "param-unknown",
      names.length === 0
        ? `${layer.id} has no parameters.`
        : `${layer.id} has no parameter “${name}”. Known are ${names.join(", ")}.`,
    );
    return null;
  }
  const { choices, min, max, unit } = spec;
  const chosen = choices?.indexOf(value) ?? -1;
  if (chosen >= 0) return { [name]: chosen };
  if (choices && number === null) {
    return wrong(`${name} has no choice “${value}”. Known are ${choices.join(", ")}.`);
  }
  if (number === null || number < min || number > max) {
    return wrong(`${name} goes from ${min} to ${max}${unit ? ` ${unit}` : ""}.`);
  }
  return { [name]: number };
}
