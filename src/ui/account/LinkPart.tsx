import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { SayAccount } from "../../i18n/accountWords.ts";
import { Said } from "../parts/Said.tsx";

/** A link to read, to copy, or to send on by what the device sends with. */
export function LinkPart({
  link,
  title,
  say,
}: {
  readonly link: string;
  readonly title: string;
  readonly say: SayAccount;
}) {
  const id = useId();
  const copied = useSignal(false);
  const canSend = "share" in navigator;
  return (
    <div class="field">
      <label for={id}>{say("share.link")}</label>
      <input id={id} type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      <div class="row row-wrap">
        <button
          type="button"
          class="plain"
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => {
                copied.value = true;
              },
              // Not allowed here: the line above can be copied by hand.
              () => document.getElementById(id)?.focus(),
            )
          }
        >
          {say("share.copy")}
        </button>
        {canSend && (
          <button
            type="button"
            class="plain"
            onClick={() => void navigator.share({ title, url: link }).catch(() => undefined)}
          >
            {say("share.send")}
          </button>
        )}
      </div>
      <Said text={copied.value ? say("share.copied") : null} />
    </div>
  );
}
