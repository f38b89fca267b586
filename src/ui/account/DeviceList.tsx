import { useSignal } from "@preact/signals";
import type { Device } from "../../session/documents/bodies.ts";
import { Ask } from "../parts/Ask.tsx";
import { Field } from "../parts/Field.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

const NAME_LENGTH = 60;

/** Who has a key: each can get another name, or be shut out. */
export function DeviceList({ app, account, say }: AccountProps) {
  const { connection } = account;
  const { locale } = app.words.value;
  const found = connection.devices.value;
  const task = useTask();
  if (!found) return null;
  const trouble = task.trouble.value;
  return (
    <section>
      <h3>{say("devices.list")}</h3>
      <ul class="entries">
        {found.devices.map((device) => (
          <DeviceLine
            key={device.id}
            device={device}
            current={device.id === found.current}
            locale={locale}
            say={say}
            onRename={(name) => void task.run(() => connection.rename(device.id, name))}
            onRevoke={() => void task.run(() => connection.revoke(device.id))}
          />
        ))}
      </ul>
      <Said text={trouble && troubleWords(trouble, say, locale)} />
    </section>
  );
}

function DeviceLine({
  device,
  current,
  locale,
  say,
  onRename,
  onRevoke,
}: {
  readonly device: Device;
  readonly current: boolean;
  readonly locale: string;
  readonly say: AccountProps["say"];
  onRename(name: string): void;
  onRevoke(): void;
}) {
  const writing = useSignal<string | null>(null);
  const name = device.kind === "recovery" ? say("devices.recovery") : device.name;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(device.lastSeenAt);
  return (
    <li class="device">
      <p class="entry-title">{name}</p>
      <p class="entry-about">{current ? say("devices.this") : say("devices.seen", { when })}</p>
      {writing.value === null ? (
        <div class="row row-wrap">
          {device.kind === "device" && (
            <button
              type="button"
              class="quiet"
              aria-label={say("devices.renameOf", { name })}
              onClick={() => {
                writing.value = device.name;
              }}
            >
              {say("devices.rename")}
            </button>
          )}
          {!current && (
            <Ask
              answers={{ yes: say("devices.yes"), no: say("devices.no") }}
              label={say("devices.revoke")}
              name={say("devices.revokeOf", { name })}
              question={say("devices.revokeAsk", { name })}
              onYes={onRevoke}
            />
          )}
        </div>
      ) : (
        <form
          class="row row-wrap"
          onSubmit={(event) => {
            event.preventDefault();
            const wanted = writing.value?.trim();
            writing.value = null;
            if (wanted && wanted !== device.name) onRename(wanted);
          }}
        >
          <Field
            label={say("devices.name")}
            value={writing.value}
            maxLength={NAME_LENGTH}
            onSet={(value) => {
              writing.value = value;
            }}
          />
          <button type="submit" class="plain">
            {say("devices.save")}
          </button>
        </form>
      )}
    </li>
  );
}
