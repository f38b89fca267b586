import { render } from "preact";
import { Gallery } from "./Gallery.tsx";
import { type GalleryDeps, galleryModel } from "./galleryModel.ts";
import "../style/sheets.css";
import "../style/gallery.css";

/** Draws the gallery of sounds into an element. */
export function mountGallery(root: Element, deps: GalleryDeps): void {
  document.documentElement.lang = deps.words.language;
  document.title = `Luwte · ${deps.words.say("gallery.title")}`;
  render(<Gallery gallery={galleryModel(deps)} />, root);
}
