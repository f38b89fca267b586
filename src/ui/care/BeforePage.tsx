import { useSignal } from "@preact/signals";
import { factsOf, type ScriptFacts } from "../../session/person/facts.ts";
import type { Slot } from "../../session/person/person.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { Choices } from "../parts/Choices.tsx";
import { Field } from "../parts/Field.tsx";
import { openSlots } from "./asksBefore.ts";
import { CareFoot } from "./CareFoot.tsx";
import type { CareProps } from "./CareSheet.tsx";
import { choiceNames } from "./choiceNames.ts";
import { Fork } from "./Fork.tsx";

/** Longest own words for a slot (see src/session/person/person.ts). */
const MOST_LETTERS = 120;

/** What is asked before a session: about danger first, then a choice, then words of one's own. All but the first may be left alone. */
export function BeforePage({
  app,
  say,
  session,
  facts = factsOf(session, app.words.value.language),
}: CareProps & { readonly session: SessionDocument; readonly facts?: ScriptFacts }) {
  const safe = useSignal(!facts.fork);
  const slots = useSignal<Readonly<Partial<Record<Slot, string>>>>({});
  const asked = useSignal(openSlots(facts.slots, app.person.value)).value;
  const chosen = app.person.value.choices[session.id] ?? {};

  if (!safe.value) {
    return (
      <>
        <div class="sheet-body before">
          <Fork
            app={app}
            say={say}
            question="danger"
            onNo={() => {
              safe.value = true;
              if (facts.choices.length === 0 && asked.length === 0) void app.begin(true);
            }}
          />
        </div>
        <CareFoot app={app} say={say} />
      </>
    );
  }

  function begin(): void {
    // What is left empty is not asked again: the script has words of its own.
    const filled = Object.fromEntries(asked.map((slot) => [slot, slots.value[slot]?.trim() ?? ""]));
    app.changePerson({ slots: { ...app.person.value.slots, ...filled } });
    void app.begin(true);
  }

  return (
    <>
      <div class="sheet-body before">
        {facts.choices.map(({ id, options }) => {
          const names = choiceNames(id, options, say);
          return (
            <Choices
              key={id}
              label={names.question}
              choices={names.options}
              chosen={Math.max(0, options.indexOf(chosen[id] ?? ""))}
              onSet={(index) => {
                const option = options[index];
                if (!option) return;
                const choices = { ...app.person.value.choices, [session.id]: { ...chosen, [id]: option } };
                app.changePerson({ choices });
              }}
            />
          );
        })}
        {asked.map((slot) => (
          <Field
            key={slot}
            label={say(`slot.${slot}`)}
            value={slots.value[slot] ?? ""}
            maxLength={MOST_LETTERS}
            onSet={(value) => {
              slots.value = { ...slots.value, [slot]: value };
            }}
          />
        ))}
        {asked.length > 0 && <p class="aside">{say("slot.free")}</p>}
      </div>
      <div class="sheet-foot">
        <button type="button" class="solid" onClick={begin}>
          {app.words.value.say("home.begin")}
        </button>
      </div>
    </>
  );
}
