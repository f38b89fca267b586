/** The sessions that ship inside the client, each loaded when it is asked for. Unparsed. */
export interface Bundled {
  readonly ids: readonly string[];
  load(id: string): Promise<unknown>;
}

const files = import.meta.glob("../../sounds/built/sessions/*.json", { import: "default" });
const byId = new Map(
  Object.entries(files).map(([path, load]) => [path.split("/").at(-1)?.replace(".json", "") ?? "", load]),
);

export const bundled: Bundled = {
  ids: [...byId.keys()],
  load: async (id) => await byId.get(id)?.(),
};
