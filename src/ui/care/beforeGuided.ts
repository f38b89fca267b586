import type { NightRequest } from "../../night/night.ts";
import { factsOf } from "../../session/person/facts.ts";
import type { Person } from "../../session/person/person.ts";
import type { App } from "../model/app.ts";
import { requestFor } from "../model/request.ts";
import { asksBefore } from "./asksBefore.ts";
import { doseTonight } from "./doseTonight.ts";
import { followDose } from "./followDose.ts";
import { withOwnSentences } from "./ownSentences.ts";

/**
 * What a guided session is begun with: suited to the person, as long as this time's dose, with their own words in it. Null where
 * something is asked before it; the page that asks begins it.
 */
export async function beforeGuided(app: App, asked: boolean): Promise<NightRequest | null> {
  const session = app.session.value;
  const { language } = app.words.value;
  const person = app.person.value;
  if (!asked && asksBefore(factsOf(session, language), person)) {
    app.sheets.push({ kind: "care", page: "before", session });
    return null;
  }
  const request = requestFor(withOwnSentences(session, person), app.routine.value, app.suit.value, language);
  const packs = await app.deps.library.narrators().catch(() => []);
  const seconds = request.wantedSeconds ?? doseTonight(app, request.session, packs)?.seconds ?? null;
  followDose(app, session.id, seconds);
  return {
    ...request,
    wantedSeconds: seconds,
    answers: person.choices[session.id] ?? {},
    slots: filledSlots(person),
  };
}

/** Their own words, where they gave some. */
function filledSlots({ slots }: Person): Record<string, string> {
  return Object.fromEntries(Object.entries(slots).filter(([, words]) => words !== ""));
}
