import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { AccountKey } from "../../i18n/accountKeys.ts";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import type { Imported } from "./files.ts";
import { saveFile } from "./saveFile.ts";

const WORDS: Readonly<Record<Imported, AccountKey>> = {
  imported: "file.imported",
  wrong: "file.wrong",
  "too-new": "file.tooNew",
};

/** Everything in one file, out and in. */
export function FilePart({ account, say }: AccountProps) {
  const came = useSignal<Imported | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function bring(file: File | undefined): Promise<void> {
    if (!file) return;
    came.value = await file.text().then(
      (text) => account.importFile(text),
      () => "wrong",
    );
  }

  return (
    <section>
      <h3>{say("file.title")}</h3>
      <div class="row row-wrap">
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void account.exportFile().then((text) => saveFile("luwte.json", "application/json", text))
          }
        >
          {say("file.export")}
        </button>
        <button type="button" class="quiet" onClick={() => input.current?.click()}>
          {say("file.import")}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={say("file.import")}
          onChange={(event) => {
            void bring(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </div>
      <Said text={came.value && say(WORDS[came.value])} />
    </section>
  );
}
