import { FAMILIES } from "../model/families.ts";
import type { GalleryModel } from "./galleryModel.ts";
import { LayerCard } from "./LayerCard.tsx";

/** Every sound there is, to look at, to listen to and to change. */
export function Gallery({ gallery }: { readonly gallery: GalleryModel }) {
  const { words, layers } = gallery.deps;
  const { say } = words;
  return (
    <main class="gallery">
      <header class="gallery-head">
        <a class="quiet" href="/">
          Luwte
        </a>
        <h1>{say("gallery.title")}</h1>
        <p class="aside">{say("gallery.about")}</p>
      </header>
      {FAMILIES.map((family) => (
        <section key={family} aria-label={say(`levels.${family}`)}>
          <h2>{say(`levels.${family}`)}</h2>
          <div class="gallery-cards">
            {layers
              .filter((layer) => layer.family === family)
              .map((layer) => (
                <LayerCard key={layer.id} gallery={gallery} info={layer} />
              ))}
          </div>
        </section>
      ))}
    </main>
  );
}
