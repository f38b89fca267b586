import type { LayerLevel } from "../session/schema.ts";
import type { AudioThread } from "./audio-thread.ts";
import type { Sound } from "./sound.ts";

/** A hand on the mix of a night that goes on: what it touches may have to be fetched first. */
export class MixHand {
  readonly #sound: () => Sound | null;
  readonly #thread: () => AudioThread | null;
  readonly #onMissing: () => void;

  /** @param onMissing told when a layer could not be had */
  constructor(sound: () => Sound | null, thread: () => AudioThread | null, onMissing: () => void) {
    this.#sound = sound;
    this.#thread = thread;
    this.#onMissing = onMissing;
  }

  setLevel(layer: string, gainDb: number): void {
    this.#onceHere([layer], (sound) => sound.setLevel(layer, gainDb));
  }

  setParam(layer: string, name: string, value: number): void {
    this.#onceHere([layer], (sound) => sound.setParam(layer, name, value));
  }

  crossfade(levels: readonly LayerLevel[]): void {
    this.#onceHere(
      levels.map(({ layer }) => layer),
      (sound) => sound.crossfade(levels),
    );
  }

  /**
   * Does something with layers: at once where all their kernels are here, else when they have come, the night going on.
   * What does not come is left out.
   */
  #onceHere(layers: readonly string[], act: (sound: Sound) => void): void {
    const [sound, thread] = [this.#sound(), this.#thread()];
    if (!sound || !thread) return;
    if (layers.every((layer) => thread.layers.has(layer))) {
      act(sound);
      return;
    }
    void thread.bring(layers).then((missing) => {
      if (this.#sound() !== sound) return;
      if (missing.length > 0) this.#onMissing();
      if (missing.length < layers.length) act(sound);
    });
  }
}
