import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { momentOf } from "../../session/person/check-in.ts";
import { isOpen, type Writing, type WritingKind } from "../../session/person/writing.ts";
import { Ask } from "../parts/Ask.tsx";
import { CareFoot } from "./CareFoot.tsx";
import type { CareProps } from "./CareSheet.tsx";

/** By day everything can be written; once the evening has begun, only what wants out of the head. */
function kindsAt(nowMs: number): readonly WritingKind[] {
  return momentOf(new Date(nowMs).getHours()) === "day" ? ["worry", "letter", "reflection"] : ["worry"];
}

/** A page to begin, and what was kept, each with the way to erase it. */
export function WritingsPage({ app, say }: CareProps) {
  const kept = useSignal<readonly Writing[]>([]);
  const now = app.deps.now();
  const { locale } = app.words.value;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const read = async () => {
    kept.value = await (await app.openCare()).writings.all();
  };
  useEffect(() => void read(), []);

  async function erase({ id }: Writing): Promise<void> {
    await (await app.openCare()).writings.erase(id);
    await read();
  }

  return (
    <>
      <div class="sheet-body">
        <p class="aside">
          {say("write.paper")} {say("write.stays")}
        </p>
        <ul class="entries">
          {kindsAt(now).map((writing) => (
            <li key={writing}>
              <button
                type="button"
                class="entry"
                onClick={() => app.sheets.push({ kind: "care", page: "write", writing, kept: null })}
              >
                <span class="entry-title">{say(`write.${writing}`)}</span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              class="entry"
              onClick={() => app.sheets.push({ kind: "care", page: "affirmations" })}
            >
              <span class="entry-title">{app.words.value.say("care.affirmations")}</span>
            </button>
          </li>
        </ul>
        {kept.value.length > 0 && (
          <section>
            <h3>{say("write.list")}</h3>
            <ul class="entries">
              {kept.value.map((each) => {
                const what = say(`write.${each.kind}`);
                const open = isOpen(each, now);
                const when = open
                  ? day.format(each.atMs)
                  : say("write.until", { time: day.format(each.untilMs ?? now) });
                return (
                  <li key={each.id} class="refused">
                    <button
                      type="button"
                      class="entry"
                      disabled={!open}
                      onClick={() =>
                        app.sheets.push({ kind: "care", page: "write", writing: each.kind, kept: each })
                      }
                    >
                      <span class="entry-title">{what}</span>
                      <span class="entry-about">{when}</span>
                    </button>
                    <Ask
                      label={say("write.erase")}
                      name={say("write.eraseOf", { what: `${what}, ${day.format(each.atMs)}` })}
                      question={say("write.eraseAsk")}
                      answers={{ yes: say("check.yes"), no: say("check.no") }}
                      onYes={() => void erase(each)}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
      <CareFoot app={app} say={say} />
    </>
  );
}
