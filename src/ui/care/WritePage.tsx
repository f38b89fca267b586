import { useSignal } from "@preact/signals";
import type { CareKey } from "../../i18n/careKeys.ts";
import { MOST_WRITTEN, tomorrowMs, type Writing, type WritingKind } from "../../session/person/writing.ts";
import { Ask } from "../parts/Ask.tsx";
import { Field } from "../parts/Field.tsx";
import { burn } from "./burn.ts";
import { CareFoot } from "./CareFoot.tsx";
import type { CareProps } from "./CareSheet.tsx";
import { type Fate, Fated } from "./Fated.tsx";

/** What each page asks. */
const QUESTIONS: Readonly<Record<WritingKind, readonly CareKey[]>> = {
  worry: ["write.worry-1"],
  letter: ["write.letter-1"],
  reflection: ["write.reflection-1", "write.reflection-2", "write.reflection-3"],
};

/** A page to write on. What is written stays on this device, and is gone when it is erased. */
export function WritePage({
  app,
  say,
  kind,
  kept,
}: CareProps & { readonly kind: WritingKind; readonly kept: Writing | null }) {
  const questions = QUESTIONS[kind];
  const texts = useSignal<readonly string[]>(kept?.texts ?? questions.map(() => ""));
  const fate = useSignal<Fate | null>(null);
  const empty = texts.value.every((text) => text.trim() === "");

  async function keep(untilMs: number | null): Promise<void> {
    const atMs = kept?.atMs ?? app.deps.now();
    const writing = { id: kept?.id ?? `${kind}-${atMs}`, kind, texts: [...texts.value], atMs, untilMs };
    await (await app.openCare()).writings.put(writing);
    // The device may forget what it was never asked to hold.
    void app.deps.routines.protect().catch(() => false);
    fate.value = { kind: untilMs === null ? "kept" : "put" };
  }

  async function forget(): Promise<void> {
    if (kept) await (await app.openCare()).writings.erase(kept.id);
  }

  async function erase(): Promise<void> {
    texts.value = questions.map(() => "");
    fate.value = { kind: "gone", fire: null };
    await forget();
  }

  async function setAlight(): Promise<void> {
    fate.value = { kind: "burning", fire: burn(app), text: texts.value.join("\n") };
    texts.value = questions.map(() => "");
    await forget();
  }

  if (fate.value) {
    return (
      <Fated
        app={app}
        say={say}
        fate={fate.value}
        onFate={(next) => {
          fate.value = next;
        }}
      />
    );
  }
  return (
    <>
      <div class="sheet-body">
        {kind === "letter" && <p class="aside">{say("write.letter-ask")}</p>}
        {questions.map((question, index) => (
          <Field
            key={question}
            label={say(question)}
            value={texts.value[index] ?? ""}
            lines={questions.length > 1 ? 3 : 8}
            maxLength={MOST_WRITTEN}
            onSet={(text) => {
              texts.value = texts.value.map((each, at) => (at === index ? text : each));
            }}
          />
        ))}
        <p class="aside">{say("write.stays")}</p>
        <div class="row row-wrap">
          {kind === "worry" ? (
            <button
              type="button"
              class="plain"
              disabled={empty}
              onClick={() => void keep(tomorrowMs(app.deps.now()))}
            >
              {say("write.tomorrow")}
            </button>
          ) : (
            <button type="button" class="plain" disabled={empty} onClick={() => void keep(null)}>
              {say("write.keep")}
            </button>
          )}
          {kind === "worry" && (
            <button type="button" class="plain" disabled={empty} onClick={() => void setAlight()}>
              {say("write.burn")}
            </button>
          )}
          {!empty && (
            <Ask
              label={say("write.erase")}
              question={say("write.eraseAsk")}
              answers={{ yes: say("check.yes"), no: say("check.no") }}
              onYes={() => void erase()}
            />
          )}
        </div>
      </div>
      <CareFoot app={app} say={say} />
    </>
  );
}
