import { useEffect } from "preact/hooks";
import type { AccountKey } from "../../i18n/accountKeys.ts";
import type { AccountPage } from "../model/sheets.ts";
import { Ask } from "../parts/Ask.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import type { ConnectionState } from "./connection.ts";
import { DeviceList } from "./DeviceList.tsx";
import { FilePart } from "./FilePart.tsx";
import { OtherEvenings } from "./OtherEvenings.tsx";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

const STATES: Readonly<Record<ConnectionState, AccountKey>> = {
  alone: "devices.alone",
  synced: "devices.synced",
  busy: "devices.busy",
  waiting: "devices.waiting",
  refused: "devices.refused",
  "too-new": "devices.too-new",
  unfit: "devices.unfit",
};

/** Everything about this device and the others, from one place. */
export function DevicesPage({ app, account, say }: AccountProps) {
  const { connection } = account;
  const { locale } = app.words.value;
  const state = connection.state.value;
  const task = useTask();
  const apart = state === "alone" || state === "refused";
  useEffect(() => {
    if (!apart) void connection.refreshDevices();
  }, [apart]);
  const trouble = task.trouble.value;
  const go = (page: AccountPage) => () => app.sheets.push({ kind: "account", ...page });

  return (
    <div class="sheet-body">
      <div>
        <p role="status">{say(STATES[state])}</p>
        {state === "alone" && <p class="aside">{say("devices.why")}</p>}
        <Said text={trouble && troubleWords(trouble, say, locale)} />
      </div>
      {!apart && <DeviceList app={app} account={account} say={say} />}
      <OtherEvenings app={app} account={account} say={say} />
      <ul class="entries">
        {state !== "refused" && <Way label={say("devices.add")} onGo={go({ page: "pair" })} />}
        {apart && <Way label={say("devices.haveCode")} onGo={go({ page: "join", by: "code", given: "" })} />}
        {apart && (
          <Way label={say("devices.haveRecovery")} onGo={go({ page: "join", by: "recovery", given: "" })} />
        )}
        {state !== "refused" && <Way label={say("devices.makeRecovery")} onGo={go({ page: "recovery" })} />}
        {state === "alone" && (
          <Way
            label={say("devices.keep")}
            note={say("devices.keepNote")}
            onGo={() => void task.run(() => connection.ensure())}
          />
        )}
        <Way label={say("share.mine")} onGo={go({ page: "shares" })} />
      </ul>
      <FilePart app={app} account={account} say={say} />
      <div class="row row-wrap">
        {state !== "alone" && (
          <Ask
            answers={{ yes: say("devices.yes"), no: say("devices.no") }}
            label={say("devices.leave")}
            question={say(connection.isLast() ? "devices.leaveLast" : "devices.leaveAsk")}
            onYes={() => void task.run(() => connection.leave())}
          />
        )}
        <button type="button" class="quiet" onClick={go({ page: "erase" })}>
          {say("erase.title")}
        </button>
      </div>
    </div>
  );
}

function Way({ label, note, onGo }: { readonly label: string; readonly note?: string; onGo(): void }) {
  return (
    <li>
      <button type="button" class="entry" onClick={onGo}>
        <span class="entry-title">{label}</span>
        {note && <span class="entry-about">{note}</span>}
      </button>
    </li>
  );
}
