import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PresetEntry } from "../../api/listing.ts";
import { durationLabel } from "../../i18n/time.ts";
import type { Words } from "../../i18n/words.ts";
import { OWN_MIX } from "../../session/bed-of-mix.ts";
import { wasDone } from "../../session/person/dose.ts";
import { SHARED_SESSION } from "../../session/recording-of.ts";
import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** Day, evening, in bed, at three. */
const MOMENT_COUNT = 4;

/** Everything there is to hear: sounds, and sessions with a guide. */
export function ChooseSheet({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  const entries = useSignal<readonly PresetEntry[] | null>(null);
  const own = useLoaded(() => app.deps.library.ownEntries(), []);
  const missing = useSignal(false);
  const away = useSignal(false);
  useEffect(() => {
    const { library } = app.deps;
    const show = (found: readonly PresetEntry[]) => {
      entries.value = found;
    };
    // What is here at once, then what the Worker has, if it answers.
    void library
      .entries()
      .then(show, () => undefined)
      .then(() => library.newestEntries())
      .then(
        ({ entries: found, reached }) => {
          away.value = !reached;
          show(found);
        },
        () => undefined,
      );
  }, []);

  async function open(id: string): Promise<void> {
    const session =
      (await app.deps.library.session(id).catch(() => null)) ??
      (await app.deps.library.newestSession(id).catch(() => null));
    missing.value = session === null;
    if (session) app.sheets.push({ kind: "preview", session });
  }

  if (!entries.value) return <p class="sheet-wait">{say("sheet.loading")}</p>;
  const of = (kind: PresetEntry["kind"]) => entries.value?.filter((entry) => entry.kind === kind) ?? [];
  const ownOf = (begin: string) => (own.value ?? []).filter(({ id }) => id.startsWith(begin));
  return (
    <div class="sheet-body">
      {missing.value && (
        <p class="aside" role="status">
          {say("choose.missing")}
        </p>
      )}
      {away.value && (
        <p class="aside" role="status">
          {say("choose.away")}
        </p>
      )}
      <Entries app={app} title={say("choose.mine")} entries={ownOf(OWN_MIX)} onOpen={open} />
      <Entries app={app} title={say("choose.shared")} entries={ownOf(SHARED_SESSION)} onOpen={open} />
      <Entries app={app} title={say("choose.sounds")} entries={of("bed")} onOpen={open} />
      <Entries app={app} title={say("choose.sessions")} entries={of("guided")} onOpen={open} />
    </div>
  );
}

function Entries({
  app,
  title,
  entries,
  onOpen,
}: {
  readonly app: App;
  readonly title: string;
  readonly entries: readonly PresetEntry[];
  onOpen(id: string): Promise<void>;
}) {
  const { say, language, locale } = app.words.value;
  const chosen = app.session.value.id;
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="entries">
        {entries.map((entry) => {
          const seconds = entry.usualSeconds[language];
          const moments = momentsOf(entry, app.words.value);
          const usual =
            seconds === undefined ? [] : [say("choose.usual", { duration: durationLabel(seconds, locale) })];
          const mark = [
            ...(wasDone(entry.id, app.person.value.doses) ? [say("choose.done")] : []),
            ...(entry.id === chosen ? [say("choose.chosen")] : []),
          ];
          return (
            <li key={entry.id}>
              <button
                type="button"
                class="entry"
                aria-current={entry.id === chosen ? "true" : undefined}
                onClick={() => void onOpen(entry.id)}
              >
                <span class="entry-title">{entry.titles[language] ?? entry.id}</span>
                <span class="entry-about">{[...usual, ...moments, ...mark].join(" · ")}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** When a session fits: each moment by its name, or that it fits at any. */
function momentsOf({ moment = [] }: PresetEntry, { say }: Words): string[] {
  if (moment.length === MOMENT_COUNT) return [say("moment.any")];
  return moment.map((each) => say(`moment.${each}`));
}
