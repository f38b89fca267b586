import { type ReadonlySignal, signal } from "@preact/signals";
import type { Names } from "../../i18n/names.ts";
import type { Words } from "../../i18n/words.ts";
import type { NightRequest, Player } from "../../night/night.ts";
import type { LayerInfo, ParamValues } from "../../session/catalogue.ts";
import { SESSION_VERSION } from "../../session/schema.ts";
import type { SoundPicture } from "../../session/sound-picture.ts";

/** What the gallery stands on. */
export interface GalleryDeps {
  readonly player: Player;
  readonly words: Words;
  readonly names: Names;
  readonly layers: readonly LayerInfo[];
  /** Makes the picture of a layer with these parameters. Null where it cannot be made. */
  pictureOf(layer: string, params: ParamValues): Promise<SoundPicture | null>;
}

export interface GalleryModel {
  readonly deps: GalleryDeps;
  /** The layer that is heard; null in silence. */
  readonly playing: ReadonlySignal<string | null>;
  /** Plays one layer alone, once what played has faded; lets it fade where it is the one that plays. From a touch. */
  toggle(layer: LayerInfo, params: ParamValues): void;
  /** A hand on a parameter; heard where this layer plays. */
  change(layer: string, values: ParamValues): void;
}

/** Nobody leaves a gallery on all night: it fades by itself. */
const MINUTES = 30;

export function galleryModel(deps: GalleryDeps): GalleryModel {
  const { player, words, names } = deps;
  const playing = signal<string | null>(null);
  /** What begins once the layer before it has faded. */
  let next: NightRequest | null = null;
  player.subscribe(({ phase, request, stopping }) => {
    const sounds = phase === "loading" || phase === "playing" || phase === "fading";
    if (!sounds && next) {
      const begins = next;
      next = null;
      // Not in the middle of what the night before puts away.
      queueMicrotask(() => void player.begin(begins));
      return;
    }
    const heard = sounds && !stopping ? request : null;
    playing.value = (next ?? heard)?.session.id ?? null;
  });

  return {
    deps,
    playing,
    toggle(layer, params) {
      const wanted = playing.value === layer.id ? null : alone(layer, params, words, names.layer(layer.id));
      const { phase } = player.state;
      if (phase === "idle" || phase === "ended") {
        if (wanted) void player.begin(wanted);
        return;
      }
      // The browser gives sound to a touch, and the fade ends later than this one.
      if (wanted) player.wake();
      next = wanted;
      playing.value = wanted?.session.id ?? null;
      player.stop();
    },
    change(layer, values) {
      if (playing.value !== layer) return;
      for (const [name, value] of Object.entries(values)) player.setParam(layer, name, value);
    },
  };
}

/** A night of one layer at its calibrated level. */
function alone({ id }: LayerInfo, params: ParamValues, words: Words, name: string): NightRequest {
  const layers = [{ layer: id, gainDb: 0, params: { ...params } }];
  return {
    session: {
      version: SESSION_VERSION,
      id,
      kind: "bed",
      titles: { nl: name, en: name },
      bed: { layers },
      ending: { fadeSeconds: 120 },
    },
    language: words.language,
    narrator: { kind: "none" },
    wantedSeconds: null,
    timer: { minutes: MINUTES },
    levels: layers,
    breath: null,
    haptics: false,
  };
}
