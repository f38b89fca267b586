import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ParamValues } from "../../session/catalogue.ts";
import type { SoundPicture } from "../../session/sound-picture.ts";
import type { GalleryDeps } from "./galleryModel.ts";

/** A hand that still moves is waited for, milliseconds. */
const REST_MS = 250;

/** The picture of a layer as it is set: made once its card comes near, and anew when a parameter has been moved. */
export function usePicture(
  { pictureOf }: GalleryDeps,
  layer: string,
  params: ParamValues,
): { readonly card: RefObject<HTMLElement | null>; readonly picture: ReadonlySignal<SoundPicture | null> } {
  const card = useRef<HTMLElement>(null);
  const near = useSignal(false);
  const picture = useSignal<SoundPicture | null>(null);
  useEffect(() => {
    if (!card.current) return;
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.value = true;
        seen.disconnect();
      },
      { rootMargin: "50%" },
    );
    seen.observe(card.current);
    return () => seen.disconnect();
  }, []);
  useEffect(() => {
    if (!near.value) return;
    let wanted = true;
    const timer = setTimeout(
      async () => {
        const made = await pictureOf(layer, params);
        if (wanted && made) picture.value = made;
      },
      picture.value ? REST_MS : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [near.value, layer, JSON.stringify(params)]);
  return { card, picture };
}
