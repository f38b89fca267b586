import { type Names, namesFrom } from "../../i18n/names.ts";
import { bedOfMix } from "../../session/bed-of-mix.ts";
import type { LayerInfo } from "../../session/catalogue.ts";
import { isRefused } from "../../session/person/suited.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { useCareWords } from "../care/useCareWords.ts";
import type { App } from "../model/app.ts";
import { FAMILIES } from "../model/families.ts";
import { MOST_LAYERS } from "../model/mix.ts";
import { mixOf } from "../model/request.ts";
import { useLoaded } from "../parts/useLoaded.ts";
import { LayerControls } from "./LayerControls.tsx";
import { mixHand } from "./mixHand.ts";

/** The mix of one session: a level per layer, and layers to add. Heard at once where the night is going on. */
export function LevelsSheet({ app, session }: { readonly app: App; readonly session: SessionDocument }) {
  const { say, language } = app.words.value;
  const layers = useLoaded(() => app.deps.library.layers(), []);
  const names = useLoaded(() => app.deps.loadNames(language), namesFrom(null), language);
  const care = useCareWords(app);
  const mix = mixOf(session, app.routine.value, app.suit.value);
  const hand = mixHand(app, session);
  const found = names.value;
  if (!layers.value || !found) return <p class="sheet-wait">{say("sheet.loading")}</p>;
  const rest = layers.value.filter(
    ({ id }) => !mix.some(({ layer }) => layer === id) && !isRefused(id, app.person.value),
  );
  return (
    <div class="sheet-body">
      {mix.map((level) => (
        <LayerControls
          key={level.layer}
          words={app.words.value}
          names={found}
          level={level}
          info={layers.value?.find((layer) => layer.id === level.layer) ?? null}
          removable={mix.length > 1}
          never={care && care !== "failed" ? care.say : null}
          hand={hand}
        />
      ))}
      {mix.length < MOST_LAYERS && rest.length > 0 && (
        <section>
          <h3>{say("levels.add")}</h3>
          {FAMILIES.map((family) => (
            <AddFrom
              key={family}
              name={say(`levels.${family}`)}
              layers={rest.filter((layer) => layer.family === family)}
              names={found}
              onAdd={(layer) => hand.add(layer)}
            />
          ))}
        </section>
      )}
      <div class="row row-wrap">
        <button
          type="button"
          class="quiet"
          onClick={() =>
            app.sheets.push({
              kind: "account",
              page: "share",
              session: bedOfMix(session.id, session.titles, mix),
            })
          }
        >
          {say("share.title")}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            app.sheets.push({
              kind: "account",
              page: "keep",
              session: bedOfMix(session.id, session.titles, mix),
            })
          }
        >
          {say("levels.keep")}
        </button>
      </div>
      {app.routine.value.levels[session.id] && (
        <button type="button" class="quiet" onClick={() => hand.reset()}>
          {say("levels.reset")}
        </button>
      )}
    </div>
  );
}

/** The layers of one family that can join, under its name. */
function AddFrom({
  name,
  layers,
  names,
  onAdd,
}: {
  readonly name: string;
  readonly layers: readonly LayerInfo[];
  readonly names: Names;
  onAdd(layer: string): void;
}) {
  if (layers.length === 0) return null;
  return (
    <fieldset class="row row-wrap">
      <legend class="aside">{name}</legend>
      {layers.map((layer) => (
        <button key={layer.id} type="button" class="plain" onClick={() => onAdd(layer.id)}>
          {names.layer(layer.id)}
        </button>
      ))}
    </fieldset>
  );
}
