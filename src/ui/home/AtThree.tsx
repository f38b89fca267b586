import type { App } from "../model/app.ts";

/** The small hours: from half past midnight to half past five. */
const FROM_MINUTES = 30;
const UNTIL_MINUTES = 330;

/** Whether a press now is one in the middle of the night, by the device's clock. */
export function isSmallHours(nowMs: number): boolean {
  const now = new Date(nowMs);
  const minutes = now.getHours() * 60 + now.getMinutes();
  return minutes >= FROM_MINUTES && minutes < UNTIL_MINUTES;
}

/** Sessions for the small hours, by choice: what to do after a bad dream, and when sleep stays away. */
const SESSIONS = ["after-dream", "no-need-to-sleep"] as const;

/** Awake in the middle of the night: one press for the sound alone; two sessions for who wants words. */
export function AtThree({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  async function open(id: (typeof SESSIONS)[number]): Promise<void> {
    const session = await app.deps.library.session(id).catch(() => null);
    app.sheets.push(session ? { kind: "preview", session } : { kind: "choose" });
  }
  return (
    <section class="at-three" aria-label={say("three.label")}>
      <button type="button" class="plain" onClick={() => void app.beginAtThree()}>
        {say("three.begin")}
      </button>
      <div class="row row-wrap">
        {SESSIONS.map((id) => (
          <button type="button" class="quiet" key={id} onClick={() => void open(id)}>
            {say(`three.${id}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
