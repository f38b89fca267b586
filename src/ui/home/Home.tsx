import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { clockLabel } from "../../i18n/time.ts";
import type { App } from "../model/app.ts";
import { silentAt } from "../model/timer.ts";
import { AtThree, isSmallHours } from "./AtThree.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

/** How often the clock under the button is looked at, milliseconds. */
const CLOCK_MS = 5000;

/** One amber button, what it plays and when it is silent; everything else is quiet. */
export function Home({ app }: { readonly app: App }) {
  const { words, session, routine, sheets } = app;
  const now = useSignal(app.deps.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = app.deps.now();
    }, CLOCK_MS);
    return () => clearInterval(timer);
  }, []);

  const { say, language, locale } = words.value;
  const broken = app.unfinished.value;
  const shown = broken?.request.session ?? session.value;
  const end = broken ? broken.deadline : silentAt(now.value, routine.value.timer);
  const what = shown.titles[language];
  const line =
    end === null
      ? say("home.allNight", { what })
      : say("home.until", { what, time: clockLabel(end, locale) });

  return (
    <main class="home">
      <header class="home-head">
        <h1 class="name">Luwte</h1>
        <LanguageSwitch app={app} />
      </header>
      <div class="home-heart">
        {broken ? (
          <button type="button" class="begin" aria-describedby="tonight" onClick={() => void app.goOn()}>
            {say("home.goOn")}
          </button>
        ) : (
          <button type="button" class="begin" aria-describedby="tonight" onClick={() => void app.begin()}>
            {say("home.begin")}
          </button>
        )}
        <p id="tonight" class="tonight">
          {line}
        </p>
        {!broken && isSmallHours(now.value) && <AtThree app={app} />}
        {broken && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              app.unfinished.value = null;
            }}
          >
            {say("home.afresh")}
          </button>
        )}
      </div>
      <nav class="home-foot" aria-label={say("home.more")}>
        <button type="button" class="quiet" onClick={() => sheets.push({ kind: "choose" })}>
          {say("home.sound")}
        </button>
        <button type="button" class="quiet" onClick={() => sheets.push({ kind: "timer" })}>
          {say("home.timer")}
        </button>
        <button type="button" class="quiet" onClick={() => sheets.push({ kind: "guide", thenBegin: false })}>
          {say("home.guide")}
        </button>
        <button type="button" class="quiet" onClick={() => sheets.push({ kind: "breath" })}>
          {say("breath.title")}
        </button>
        <button type="button" class="quiet" onClick={() => sheets.push({ kind: "account", page: "devices" })}>
          {say("devices.title")}
        </button>
      </nav>
    </main>
  );
}
