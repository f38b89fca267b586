import type { Names } from "./i18n/names.ts";
import type { Words } from "./i18n/words.ts";
import type { Player } from "./night/night.ts";
import PictureWorker from "./picture.ts?worker";
import type { LayerInfo } from "./session/catalogue.ts";
import type { PictureAnswer, PictureQuestion, SoundPicture } from "./session/sound-picture.ts";
import { mountGallery } from "./ui/gallery/mountGallery.tsx";

/** The composition root of `/gallery`: the player and the layers that the app has anyway, and a thread for pictures. */
export function openGallery(
  root: Element,
  parts: {
    readonly player: Player;
    readonly words: Words;
    readonly names: Names;
    readonly layers: readonly LayerInfo[];
  },
): void {
  mountGallery(root, { ...parts, pictureOf: pictureMaker(new PictureWorker()) });
}

/** Asks the thread, and matches its answers to the questions. */
function pictureMaker(worker: Worker) {
  const waiting = new Map<number, (picture: SoundPicture | null) => void>();
  let turn = 0;
  worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
    waiting.get(data.turn)?.(data.picture);
    waiting.delete(data.turn);
  };
  return (layer: string, params: PictureQuestion["params"]): Promise<SoundPicture | null> =>
    new Promise((resolve) => {
      const question: PictureQuestion = { turn: turn++, layer, params };
      waiting.set(question.turn, resolve);
      worker.postMessage(question);
    });
}
