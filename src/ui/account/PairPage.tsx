import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { clockLabel } from "../../i18n/time.ts";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { QrCode } from "./QrCode.tsx";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

/** A code for one more device, to scan or to type. It stops working when this is closed. */
export function PairPage({ app, account, say }: AccountProps) {
  const { connection } = account;
  const { locale } = app.words.value;
  const task = useTask();
  const shown = useSignal<{ readonly code: string; readonly expiresAt: number } | null>(null);
  const known = useRef<ReadonlySet<string> | null>(null);

  function make(): void {
    void task.run(
      async () => {
        const ensured = await connection.ensure();
        if (!ensured.ok) return ensured;
        await connection.refreshDevices();
        known.current ??= new Set(connection.devices.value?.devices.map(({ id }) => id));
        return connection.startPairing();
      },
      (code) => {
        shown.value = code;
      },
    );
  }

  useEffect(() => {
    make();
    return () => void connection.stopPairing();
  }, []);

  const joined = connection.devices.value?.devices.find(({ id }) => known.current && !known.current.has(id));
  const trouble = task.trouble.value;
  const code = shown.value;
  const said = joined
    ? say("pair.joined", { name: joined.name })
    : trouble && troubleWords(trouble, say, locale);
  return (
    <div class="sheet-body">
      <h3>{say("pair.title")}</h3>
      <Said text={said} />
      {code && !joined && (
        <>
          <p>{say("pair.how")}</p>
          <QrCode text={`${account.origin}/#join=${code.code}`} label={say("pair.qr")} />
          <p class="code" aria-label={`${say("pair.code")}: ${[...code.code].join(" ")}`} role="img">
            {code.code}
          </p>
          <p class="under-large">{say("pair.until", { time: clockLabel(code.expiresAt, locale) })}</p>
        </>
      )}
      {(code || trouble) && (
        <button
          type="button"
          class="quiet"
          disabled={task.busy.value}
          onClick={() => {
            known.current = null;
            make();
          }}
        >
          {say("pair.again")}
        </button>
      )}
    </div>
  );
}
