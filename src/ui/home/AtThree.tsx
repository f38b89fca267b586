import type { App } from "../model/app.ts";

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
      <div class="row">
        <button type="button" class="plain" onClick={() => void app.beginAtThree()}>
          {say("three.begin")}
        </button>
      </div>
      <div class="row">
        {SESSIONS.map((id) => (
          <button type="button" class="quiet" key={id} onClick={() => void open(id)}>
            {say(`three.${id}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
