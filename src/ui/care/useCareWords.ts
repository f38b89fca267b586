import { loadCareWords, type SayCare } from "../../i18n/careWords.ts";
import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** The words around a guided session in the language that is shown; null until they are there. */
export function useCareWords(app: App): { readonly say: SayCare } | "failed" | null {
  const { language } = app.words.value;
  return useLoaded(() => loadCareWords(language).then((say) => ({ say })), "failed" as const, language).value;
}
