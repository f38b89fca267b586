import { useLoaded } from "../parts/useLoaded.ts";
import type { AccountProps } from "./AccountSheet.tsx";

/** Evenings that lost where two devices chose differently: each can be taken back. */
export function OtherEvenings({ app, account, say }: AccountProps) {
  const { evenings } = account;
  const { language, locale } = app.words.value;
  const aside = evenings.aside.value;
  const ids = [...new Set(aside.map(({ routine }) => routine.session))];
  const titles = useLoaded(
    async () => {
      const found = await Promise.all(ids.map((id) => app.deps.library.session(id)));
      return new Map(found.flatMap((session) => (session ? [[session.id, session.titles[language]]] : [])));
    },
    new Map<string, string>(),
    ids.join(),
  );
  if (aside.length === 0) return null;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <section>
      <h3>{say("evenings.title")}</h3>
      <p class="aside">{say("evenings.why")}</p>
      <ul class="entries">
        {aside.map((evening) => {
          const { session } = evening.routine;
          const what = titles.value?.get(session) ?? session.replaceAll("-", " ");
          const name = say("evenings.of", { what, when: date.format(evening.changedAt) });
          return (
            <li key={`${evening.changedAt} ${session}`} class="device">
              <p class="entry-title">{name}</p>
              <div class="row row-wrap">
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${say("evenings.take")}: ${name}`}
                  onClick={() => evenings.takeBack(evening)}
                >
                  {say("evenings.take")}
                </button>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${say("evenings.letGo")}: ${name}`}
                  onClick={() => evenings.letGo(evening)}
                >
                  {say("evenings.letGo")}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
