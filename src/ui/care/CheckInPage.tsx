import { useSignal } from "@preact/signals";
import { withAnswer } from "../../session/person/answers.ts";
import { type Answer, answersAt, momentOf } from "../../session/person/check-in.ts";
import { CareFoot } from "./CareFoot.tsx";
import type { CareProps } from "./CareSheet.tsx";
import { HowWasIt } from "./HowWasIt.tsx";
import { Suggestions } from "./Suggestions.tsx";

/** "Hoe is het nu?": a list to recognise oneself in, and what may fit. */
export function CheckInPage({ app, say }: CareProps) {
  const answer = useSignal<Answer | null>(null);
  const moment = momentOf(new Date(app.deps.now()).getHours());

  function choose(chosen: Answer): void {
    answer.value = chosen;
    app.changePerson({ checkIns: withAnswer(app.person.value.checkIns, app.deps.now(), chosen) });
  }

  return (
    <>
      <div class="sheet-body">
        {answer.value === null ? (
          <>
            <HowWasIt app={app} />
            <p class="aside">{say("check.intro")}</p>
            <ul class="entries">
              {answersAt(moment).map((each) => (
                <li key={each}>
                  <button type="button" class="entry" onClick={() => choose(each)}>
                    <span class="entry-title">{say(`check.${each}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <Suggestions app={app} say={say} answer={answer.value} moment={moment} />
            <button
              type="button"
              class="quiet"
              onClick={() => {
                answer.value = null;
              }}
            >
              {say("check.other")}
            </button>
          </>
        )}
        <div class="row row-wrap">
          <button
            type="button"
            class="quiet"
            onClick={() => app.sheets.push({ kind: "care", page: "writings" })}
          >
            {say("write.new")}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => app.sheets.push({ kind: "care", page: "suits" })}
          >
            {say("suits.title")}
          </button>
        </div>
        <p class="aside">{say("check.kept")}</p>
      </div>
      <CareFoot app={app} say={say} />
    </>
  );
}
