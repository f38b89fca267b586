import { useSignal } from "@preact/signals";
import type { SessionDocument } from "../../session/schema.ts";
import { LIFETIMES } from "../../session/shared.ts";
import type { Share } from "../../store/shares.ts";
import { Choices } from "../parts/Choices.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { LinkPart } from "./LinkPart.tsx";
import { linkOf } from "./sharing.ts";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

const LIFETIME_WORDS = {
  "1-day": "share.1-day",
  "30-days": "share.30-days",
  "until-withdrawn": "share.until-withdrawn",
} as const;

/** A link to a mix, or to a guided session whose words only the link's readers can read. */
export function SharePage({
  app,
  account,
  say,
  session,
}: AccountProps & { readonly session: SessionDocument }) {
  const { language, locale } = app.words.value;
  const lifetime = useSignal(1);
  const shared = useSignal<{ readonly share: Share; readonly softer: boolean } | null>(null);
  const task = useTask();
  const title = session.titles[language];
  const guided = session.kind === "guided";

  function share(): void {
    const chosen = LIFETIMES[lifetime.value] ?? "1-day";
    void task.run(
      async () => {
        if (!guided) return account.sharing.shareMix(title, session.bed.layers, chosen);
        const outcome = await account.sharing.shareScript(title, session, chosen);
        return outcome.ok ? { ok: true, value: { share: outcome.value, softer: false } } : outcome;
      },
      (value) => {
        shared.value = value;
      },
    );
  }

  const trouble = task.trouble.value;
  const done = shared.value;
  return (
    <div class="sheet-body">
      <h3>{title}</h3>
      <p>{say(guided ? "share.script" : "share.mix")}</p>
      <Choices
        label={say("share.lifetime")}
        choices={LIFETIMES.map((each) => say(LIFETIME_WORDS[each]))}
        chosen={lifetime.value}
        onSet={(index) => {
          lifetime.value = index;
        }}
      />
      <button type="button" class="solid" disabled={task.busy.value} onClick={share}>
        {say("share.do")}
      </button>
      <Said text={trouble ? troubleWords(trouble, say, locale) : done?.softer ? say("share.softer") : null} />
      {done && <LinkPart link={linkOf(account.origin, done.share)} title={title} say={say} />}
      <button
        type="button"
        class="quiet"
        onClick={() => app.sheets.push({ kind: "account", page: "shares" })}
      >
        {say("share.mine")}
      </button>
    </div>
  );
}
