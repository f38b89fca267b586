import { useSignal } from "@preact/signals";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { QrCode } from "./QrCode.tsx";
import { saveFile } from "./saveFile.ts";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

/** Characters of the key that stand together on paper. */
const GROUP = /.{1,6}/g;

/** A key for paper: shown once, to print or to save. */
export function RecoveryPage({ app, account, say }: AccountProps) {
  const { connection } = account;
  const task = useTask();
  const key = useSignal<string | null>(null);

  function make(): void {
    void task.run(
      async () => {
        const ensured = await connection.ensure();
        return ensured.ok ? connection.makeRecovery() : ensured;
      },
      ({ profileId, secret }) => {
        key.value = `${profileId}.${secret}`;
      },
    );
  }

  const trouble = task.trouble.value;
  if (key.value === null) {
    return (
      <div class="sheet-body">
        <p>{say("recovery.what")}</p>
        <p class="aside">{say("recovery.once")}</p>
        <Said text={trouble && troubleWords(trouble, say, app.words.value.locale)} />
        <button type="button" class="solid" disabled={task.busy.value} onClick={make}>
          {say("devices.makeRecovery")}
        </button>
      </div>
    );
  }
  const link = `${account.origin}/#recover=${key.value}`;
  const lines = [say("recovery.title"), say("recovery.what"), say("recovery.secret"), say("recovery.how")];
  const text = [...lines, link, `${say("recovery.key")}: ${key.value}`].join("\n\n");
  return (
    <div class="sheet-body">
      <div class="paper">
        <h3>{say("recovery.title")}</h3>
        <p>{say("recovery.what")}</p>
        <p>{say("recovery.secret")}</p>
        <p>{say("recovery.how")}</p>
        <QrCode text={link} label={say("recovery.qr")} />
        <p class="key">
          <span class="aside">{say("recovery.key")}</span> {key.value.match(GROUP)?.join(" ")}
        </p>
        <p class="aside">{account.origin}</p>
      </div>
      <p class="aside">{say("recovery.once")}</p>
      <div class="row">
        <button type="button" class="plain" onClick={() => print()}>
          {say("recovery.print")}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => saveFile("luwte-herstelblad.txt", "text/plain", `${text}\n`)}
        >
          {say("recovery.save")}
        </button>
      </div>
    </div>
  );
}
