import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildContent } from "../../src/cli/content/build-content.ts";
import { ROOT } from "../../src/cli/root.ts";

/** A copy of the project's content, in which somebody follows a page step by step. */
export class Walk {
  /** The copy's folder. */
  readonly root: string;
  readonly #pages: readonly string[];
  readonly #blocks: ReadonlyMap<string, string>;

  private constructor(root: string, pages: readonly string[], texts: readonly string[]) {
    this.root = root;
    this.#pages = pages;
    const found = texts.flatMap((text) => [...text.matchAll(/^```\w+ (\S[^\n]*)\n([\s\S]*?)^```$/gm)]);
    this.#blocks = new Map(found.map(([, name = "", text = ""]) => [name, text]));
  }

  /** @param pages whose blocks are written, from the project's folder */
  static async along(...pages: readonly string[]): Promise<Walk> {
    const texts = await Promise.all(pages.map((page) => readFile(join(ROOT, page), "utf8")));
    const root = await mkdtemp(join(tmpdir(), "luwte-walk-"));
    for (const folder of ["layers", "beds", "sessions", "opening"]) {
      await cp(join(ROOT, "sounds", folder), join(root, "sounds", folder), { recursive: true });
    }
    await mkdir(join(root, "sounds/narration"));
    for (const language of ["nl", "en"]) {
      await cp(join(ROOT, "src/i18n", language), join(root, "src/i18n", language), { recursive: true });
    }
    await symlink(join(ROOT, "src/dsp"), join(root, "src/dsp"));
    return new Walk(root, pages, texts);
  }

  end(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }

  /** A block of a page, by the name after its language. */
  block(name: string): string {
    const text = this.#blocks.get(name);
    if (text === undefined) throw new Error(`${this.#pages.join(", ")}: there is no block “${name}”`);
    return text;
  }

  /** Writes the block that is named by its path. */
  async write(path: string): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), this.block(path));
  }

  /** Adds a block's names to a language folder, as a person would by hand. */
  async addNames(name: string, language: string): Promise<void> {
    const path = join(this.root, `src/i18n/${language}/names.json`);
    const names = JSON.parse(await readFile(path, "utf8"));
    for (const [group, entries] of Object.entries(JSON.parse(this.block(name))))
      Object.assign(names[group], entries);
    await writeFile(path, JSON.stringify(names));
  }

  /** What `npm run content` says is to be mended, without the places. */
  async problems(): Promise<readonly string[]> {
    try {
      await buildContent(this.root);
      return [];
    } catch (error) {
      return String(error instanceof Error ? error.message : error)
        .split("\n")
        .map((line) => line.replace(/:\d+:\d+: /, ": "));
    }
  }
}
