import { namesFrom } from "../../i18n/names.ts";
import { CAUTION_CODES, type CautionCode } from "../../session/person/caution.ts";
import { Switch } from "../parts/Switch.tsx";
import { useLoaded } from "../parts/useLoaded.ts";
import type { CareProps } from "./CareSheet.tsx";

/** What is true for somebody, what that changes, and the sounds they never want to hear. */
export function SuitsPage({ app, say }: CareProps) {
  const { words, person } = app;
  const { cautions, never } = person.value;
  const { language } = words.value;
  const names = useLoaded(() => app.deps.loadNames(language), namesFrom(null), language).value;
  const states = { on: words.value.say("switch.on"), off: words.value.say("switch.off") };

  function mark(code: CautionCode, on: boolean): void {
    const others = cautions.filter((each) => each !== code);
    app.changePerson({ cautions: on ? [...others, code] : others });
  }

  return (
    <div class="sheet-body">
      <p class="aside">{say("suits.intro")}</p>
      <div>
        {CAUTION_CODES.map((code) => (
          <div key={code} class="suits">
            <Switch
              label={say(`suits.${code}`)}
              on={cautions.includes(code)}
              words={states}
              onSet={(on) => mark(code, on)}
            />
            {cautions.includes(code) && <p class="aside">{say(`does.${code}`)}</p>}
          </div>
        ))}
      </div>
      <section>
        <h3>{say("suits.never")}</h3>
        {never.length === 0 && <p class="aside">{say("suits.neverNone")}</p>}
        <ul>
          {never.map((layer) => {
            const what = names?.layer(layer) ?? layer;
            return (
              <li key={layer} class="refused">
                <span>{what}</span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={say("suits.backOf", { what })}
                  onClick={() => app.changePerson({ never: never.filter((each) => each !== layer) })}
                >
                  {say("suits.back")}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <p class="aside">{say("suits.all")}</p>
    </div>
  );
}
