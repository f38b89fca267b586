import type { App } from "../model/app.ts";

/** What went wrong and what to do, in one quiet line that can be sent away. */
export function NoticeLine({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  const notice = app.notices.waiting.value[0];
  return (
    <div class="notice" role="status">
      {notice && (
        <>
          <p>{say(notice.key, notice.values)}</p>
          <button type="button" class="quiet" onClick={() => app.notices.dismiss()}>
            {say("problem.dismiss")}
          </button>
        </>
      )}
    </div>
  );
}
