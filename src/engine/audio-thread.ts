import type { Context } from "tone/build/esm/core/context/Context.js";
import type { LayerInfo } from "../session/catalogue.ts";

/** A layer as it can be had: its description, and the audio thread's module that brings its kernel. */
export interface LayerFile {
  readonly info: LayerInfo;
  readonly moduleUrl: string;
}

/** Finds a layer by its id: null where there is no such layer. Rejects where that cannot be told now. */
export type FindLayer = (id: string) => Promise<LayerFile | null>;

export interface AudioThreadOptions {
  /** Where the module with everything but the layers is served (src/worklet.ts). */
  readonly workletUrl: string;
  readonly findLayer: FindLayer;
  /** How long a layer is waited for, ms; by default as long as a touch may wait. */
  readonly patienceMs?: number;
}

/** A layer that has not come by then is missing for now; should it come later it is there for the next touch. */
const PATIENCE_MS = 6000;

/** What a context's audio thread has: its host, and the layers whose kernels have come. Each comes when first asked for. */
export class AudioThread {
  readonly context: Context;
  readonly #options: AudioThreadOptions;
  readonly #here = new Map<string, LayerInfo>();
  readonly #coming = new Map<string, Promise<boolean>>();
  readonly #failures = new Map<string, number>();
  #host: Promise<void> | null = null;

  constructor(context: Context, options: AudioThreadOptions) {
    this.context = context;
    this.#options = options;
  }

  /** The layers that have come so far, by id: grows while a night goes on. */
  get layers(): ReadonlyMap<string, LayerInfo> {
    return this.#here;
  }

  /** Loads the host. Rejects where it does not come; it may come the next time. */
  host(): Promise<void> {
    this.#host ??= this.add(this.#options.workletUrl).catch((error: unknown) => {
      this.#host = null;
      throw error;
    });
    return this.#host;
  }

  /**
   * Brings layers, side by side. Ids that no layer has are passed over.
   * @returns ids of those that could not be had; they are asked for anew the next time
   */
  async bring(ids: Iterable<string>): Promise<readonly string[]> {
    const wanted = [...new Set(ids)].filter((id) => !this.#here.has(id));
    if (wanted.length === 0) return [];
    const came = await Promise.all(
      wanted.map((id) => Promise.race([this.#layer(id), patience(this.#options.patienceMs)])),
    );
    return wanted.filter((_, index) => !came[index]);
  }

  #layer(id: string): Promise<boolean> {
    const coming =
      this.#coming.get(id) ??
      this.#load(id).then(
        () => true,
        () => false,
      );
    this.#coming.set(id, coming);
    void coming.then(() => this.#coming.delete(id));
    return coming;
  }

  async #load(id: string): Promise<void> {
    const layer = await this.#options.findLayer(id);
    if (!layer) return;
    await this.add(layer.moduleUrl);
    this.#here.set(id, layer.info);
  }

  /** Adds a module. A worklet remembers an address that failed and never asks again: the next attempt has another. */
  async add(url: string): Promise<void> {
    const failures = this.#failures.get(url) ?? 0;
    const address = failures === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}attempt=${failures + 1}`;
    try {
      await this.context.rawContext.audioWorklet.addModule(address);
    } catch (error) {
      this.#failures.set(url, failures + 1);
      throw error;
    }
  }
}

function patience(ms = PATIENCE_MS): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
