import { useSignal } from "@preact/signals";
import type { Narrator } from "../../night/night.ts";
import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";
import { GuideLevel } from "./GuideLevel.tsx";
import { type NarratorOption, narratorOptions, sameNarrator } from "./narratorOptions.ts";

/** Who speaks, chosen by hearing a line; said honestly whether a person or a program is heard. */
export function GuideSheet({ app, thenBegin }: { readonly app: App; readonly thenBegin: boolean }) {
  const { say } = app.words.value;
  const packs = useLoaded(() => app.deps.library.narrators(), []);
  if (!packs.value) return <p class="sheet-wait">{say("sheet.loading")}</p>;
  const chosen = app.routine.value.narrator;
  const speaks = chosen?.kind === "pack" || chosen?.kind === "device";
  return (
    <>
      <div class="sheet-body">
        <p class="aside">{say("guide.intro")}</p>
        <Options app={app} options={narratorOptions(packs.value, app.words.value)} chosen={chosen} />
        {speaks && <GuideLevel app={app} />}
      </div>
      {thenBegin && (
        <div class="sheet-foot">
          <button type="button" class="solid" disabled={chosen === null} onClick={() => void app.begin()}>
            {say("home.begin")}
          </button>
        </div>
      )}
    </>
  );
}

function Options({
  app,
  options,
  chosen,
}: {
  readonly app: App;
  readonly options: readonly NarratorOption[];
  readonly chosen: Narrator | null;
}) {
  const { say, language } = app.words.value;
  const heard = useSignal<string | null>(null);
  const silent = useSignal<string | null>(null);

  async function listen({ key, narrator }: NarratorOption): Promise<void> {
    heard.value = key;
    silent.value = null;
    await app.deps.player.playSample(narrator, language).catch(() => {
      silent.value = key;
    });
    if (heard.value === key) heard.value = null;
  }

  return (
    <fieldset class="narrators">
      <legend class="unseen">{say("guide.title")}</legend>
      {options.map((option) => (
        <div key={option.key} class="narrator">
          <label>
            <input
              type="radio"
              name="narrator"
              checked={chosen !== null && sameNarrator(option.narrator, chosen)}
              onChange={() => app.change({ narrator: option.narrator })}
            />
            <span class="entry-title">{option.name}</span>
            <span class="entry-about">
              {silent.value === option.key ? say("guide.silent") : option.about}
            </span>
          </label>
          {option.speaks && (
            <button
              type="button"
              class="quiet"
              aria-label={say("guide.listenTo", { name: option.name })}
              onClick={() => void listen(option)}
            >
              {heard.value === option.key ? say("guide.listening") : say("guide.listen")}
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}
