import { useSignal } from "@preact/signals";
import { Said } from "../parts/Said.tsx";
import { useLoaded } from "../parts/useLoaded.ts";
import type { AccountProps } from "./AccountSheet.tsx";
import { LinkPart } from "./LinkPart.tsx";
import { linkOf } from "./sharing.ts";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

/** What this device shares, each with the way to take it back. */
export function SharesPage({ app, account, say }: AccountProps) {
  const { locale } = app.words.value;
  const changed = useSignal(0);
  const shares = useLoaded(() => account.sharing.mine(), [], changed.value).value;
  const task = useTask();
  const trouble = task.trouble.value;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <div class="sheet-body">
      <h3>{say("share.mine")}</h3>
      <Said
        text={
          trouble ? troubleWords(trouble, say, locale) : changed.value > 0 ? say("share.withdrawn") : null
        }
      />
      {shares?.length === 0 && <p class="aside">{say("share.none")}</p>}
      <ul class="entries">
        {(shares ?? []).map((share) => (
          <li key={share.withdrawKey} class="device">
            <p class="entry-title">{share.title}</p>
            <p class="entry-about">
              {share.until === null
                ? say("share.open")
                : say("share.until", { when: date.format(Date.parse(share.until)) })}
            </p>
            <LinkPart link={linkOf(account.origin, share)} title={share.title} say={say} />
            <button
              type="button"
              class="quiet"
              aria-label={say("share.withdrawOf", { name: share.title })}
              onClick={() =>
                void task.run(
                  () => account.sharing.withdraw(share),
                  () => {
                    changed.value++;
                  },
                )
              }
            >
              {say("share.withdraw")}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
