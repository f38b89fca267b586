import type { AccountKey } from "../../i18n/accountKeys.ts";
import { namesFrom } from "../../i18n/names.ts";
import { useLoaded } from "../parts/useLoaded.ts";
import { PreviewSheet } from "../sheets/PreviewSheet.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { ReportPart } from "./ReportPart.tsx";
import type { OpenedLink } from "./sharing.ts";

const WHY: Readonly<Record<Extract<OpenedLink, { ok: false }>["why"], AccountKey>> = {
  missing: "shared.missing",
  gone: "shared.gone",
  damaged: "shared.damaged",
  locked: "shared.locked",
  "too-new": "shared.tooNew",
  away: "trouble.away",
};

/** What a link leads to: its picture first. It sounds when it is begun, and never by itself. */
export function SharedPage({
  app,
  account,
  say,
  id,
  linkKey,
}: AccountProps & { readonly id: string; readonly linkKey: string }) {
  const { language } = app.words.value;
  const opened = useLoaded<OpenedLink>(
    () => account.sharing.open(id, linkKey),
    { ok: false, why: "away" },
    `${id}#${linkKey}`,
  ).value;
  const names = useLoaded(() => app.deps.loadNames(language), namesFrom(null), language).value;
  if (!opened || !names) return <p class="sheet-wait">{app.words.value.say("sheet.loading")}</p>;
  if (!opened.ok) {
    return (
      <div class="sheet-body">
        <p role="status">{say(WHY[opened.why])}</p>
      </div>
    );
  }
  const { session, kind, kept } = opened;
  return (
    <>
      <div class="sheet-body">
        <h3>{session.titles[language]}</h3>
        <p>{say(kind === "mix" ? "shared.mix" : "shared.script")}</p>
        {kept && <p class="aside">{say("shared.kept")}</p>}
        <p class="aside">
          {say("shared.layers")}: {session.bed.layers.map(({ layer }) => names.layer(layer)).join(", ")}
        </p>
        <ReportPart app={app} account={account} say={say} id={id} />
      </div>
      <PreviewSheet app={app} chosen={session} />
    </>
  );
}
