import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Answer, Moment } from "../../session/person/check-in.ts";
import { suggestibleOf } from "../../session/person/facts.ts";
import { type Suggestion, suggest } from "../../session/person/suggest.ts";
import type { SessionDocument } from "../../session/schema.ts";
import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";
import type { CareProps } from "./CareSheet.tsx";
import { Fork } from "./Fork.tsx";

/** A wind-down that began this long ago is still this evening's, ms. */
const THIS_EVENING_MS = 8 * 3600_000;

/** What may fit how it is now: a question first where one is needed, then what there is. */
export function Suggestions({
  app,
  say,
  answer,
  moment,
}: CareProps & { readonly answer: Answer; readonly moment: Moment }) {
  const sessions = useLoaded(() => everySession(app), []).value;
  const safe = useSignal(false);
  const group = useRef<HTMLElement>(null);
  useEffect(() => group.current?.focus(), [sessions === null, safe.value]);
  if (!sessions) return <p class="sheet-wait">{app.words.value.say("sheet.loading")}</p>;
  const { language } = app.words.value;
  const { cautions, doses } = app.person.value;
  const now = app.deps.now();
  const found = suggest({
    answer,
    moment,
    windDownBegun: doses.some(({ session, atMs }) => session === "wind-down" && now - atMs < THIS_EVENING_MS),
    marked: cautions,
    sessions: sessions.map((session) => suggestibleOf(session, language)),
  });
  const fork = found.find((each) => each.kind === "fork");
  return (
    <section class="suggestions" ref={group} tabIndex={-1} aria-label={say("check.suggested")}>
      <p class="answer">{say(`check.${answer}`)}</p>
      {fork && !safe.value ? (
        <Fork
          app={app}
          say={say}
          question={fork.question}
          onNo={() => {
            safe.value = true;
          }}
        />
      ) : (
        found.map((each) => (
          <Suggested key={keyOf(each)} app={app} say={say} suggestion={each} sessions={sessions} />
        ))
      )}
    </section>
  );
}

function Suggested({
  app,
  say,
  suggestion,
  sessions,
}: CareProps & { readonly suggestion: Suggestion; readonly sessions: readonly SessionDocument[] }) {
  const { language } = app.words.value;
  const titled = (id: string) => sessions.find((each) => each.id === id);
  switch (suggestion.kind) {
    case "fork":
      return null;
    case "line":
      return <p>{say(`check.${suggestion.line}`)}</p>;
    case "usual":
      return (
        <button
          type="button"
          class="entry"
          onClick={() => app.sheets.push({ kind: "preview", session: app.session.value })}
        >
          <span class="entry-title">{say("check.usual")}</span>
          <span class="entry-about">{app.session.value.titles[language]}</span>
        </button>
      );
    case "session": {
      const session = titled(suggestion.id);
      const other = suggestion.insteadOf && titled(suggestion.insteadOf);
      if (!session) return null;
      return (
        <button type="button" class="entry" onClick={() => app.sheets.push({ kind: "preview", session })}>
          <span class="entry-title">{session.titles[language]}</span>
          {other && (
            <span class="entry-about">{say("check.insteadOf", { what: other.titles[language] })}</span>
          )}
        </button>
      );
    }
  }
}

function keyOf(suggestion: Suggestion): string {
  return suggestion.kind === "session" ? suggestion.id : suggestion.kind;
}

/** Every session that is at hand. */
async function everySession({ deps: { library } }: App): Promise<readonly SessionDocument[]> {
  const entries = await library.entries();
  const found = await Promise.all(entries.map(({ id }) => library.session(id).catch(() => null)));
  return found.filter((session) => session !== null);
}
