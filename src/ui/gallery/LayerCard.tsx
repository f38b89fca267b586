import { useSignal } from "@preact/signals";
import type { LayerInfo, ParamValues } from "../../session/catalogue.ts";
import { LayerParams } from "../sheets/LayerParams.tsx";
import { LayerSettings } from "../sheets/LayerSettings.tsx";
import type { GalleryModel } from "./galleryModel.ts";
import { SoundFigure } from "./SoundFigure.tsx";
import { usePicture } from "./usePicture.ts";

/** One layer: play, look, and set. */
export function LayerCard({ gallery, info }: { readonly gallery: GalleryModel; readonly info: LayerInfo }) {
  const { words, names } = gallery.deps;
  const params = useSignal<ParamValues>({});
  const { card, picture } = usePicture(gallery.deps, info.id, params.value);
  const name = names.layer(info.id);
  const plays = gallery.playing.value === info.id;
  const set = (values: ParamValues) => {
    params.value = { ...params.value, ...values };
    gallery.change(info.id, values);
  };
  return (
    <article class="gallery-card" id={info.id} aria-label={name} ref={card}>
      <header>
        <h3>{name}</h3>
        <button
          type="button"
          class="plain"
          aria-pressed={plays}
          onClick={() => gallery.toggle(info, params.value)}
        >
          {words.say(plays ? "gallery.stop" : "gallery.play")}
        </button>
      </header>
      <SoundFigure picture={picture.value} name={name} words={words} />
      <LayerSettings words={words} names={names} info={info} params={params.value} onSet={set} />
      <details>
        <summary>{words.say("levels.more")}</summary>
        <LayerParams words={words} names={names} info={info} params={params.value} onSet={set} />
      </details>
    </article>
  );
}
