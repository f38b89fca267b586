/** Names of what can be heard, in one language. What has no name is called by its id. */
export interface Names {
  layer(id: string): string;
  param(layer: string, param: string): string;
  choice(layer: string, param: string, choice: string): string;
  setting(layer: string, setting: string): string;
}

/** Reads a language's `names.json`. Whatever is damaged in it is passed over. Never throws. */
export function namesFrom(value: unknown): Names {
  const texts = new Map<string, string>();
  collect(value, "", texts);
  const first = (id: string, ...paths: readonly string[]) => {
    for (const path of paths) {
      const text = texts.get(path);
      if (text) return text;
    }
    return id.replaceAll("-", " ");
  };
  return {
    layer: (id) => first(id, `layers.${id}`),
    param: (layer, param) => first(param, `params.${layer}.${param}`, `params.${param}`),
    choice: (layer, param, choice) =>
      first(choice, `choices.${layer}.${param}.${choice}`, `choices.${param}.${choice}`, `choices.${choice}`),
    setting: (layer, setting) => first(setting, `settings.${layer}.${setting}`),
  };
}

function collect(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === "string") into.set(path, value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) collect(child, path ? `${path}.${key}` : key, into);
}
