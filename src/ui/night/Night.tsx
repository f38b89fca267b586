import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { withAnswer } from "../../session/person/answers.ts";
import type { App } from "../model/app.ts";
import { CheckIn } from "./CheckIn.tsx";
import { followCaptions } from "./captions.ts";
import { asksHowItIs } from "./checkInWindow.ts";
import { followPress } from "./followPress.ts";
import { NightKeys } from "./NightKeys.tsx";
import { Orb } from "./Orb.tsx";
import { Paused } from "./Paused.tsx";
import { useFrame } from "./useFrame.ts";
import { useReply } from "./useReply.ts";

/**
 * The dark screen: a dim breath, a sentence, and nothing else. The whole of it can be tapped and held. Once a full stop
 * was asked for it is dark until the end.
 */
export function Night({ app }: { readonly app: App }) {
  const { player } = app.deps;
  const { say } = app.words.value;
  const { phase, request, stopping } = app.night.value;
  const paused = phase === "paused";
  const wordless = paused || stopping;
  const captions = useMemo(() => followCaptions(player), []);
  const reply = useReply(app);
  const holding = useSignal(false);
  // An answer chooses the opening words; a guided session has its own, and who wants no words is not asked.
  const unasked = request?.session.kind !== "bed" || request.narrator.kind === "none";
  const answered = useSignal(app.wentOn.value || unasked);
  const asking = useSignal(false);
  useEffect(() => captions.stop, []);
  useFrame(() => {
    captions.update();
    asking.value = !answered.value && asksHowItIs(player.positionSeconds());
  });

  const press = useMemo(
    () =>
      followPress({
        onHolding: (is) => {
          holding.value = is && !app.night.value.stopping;
        },
        onTap: () => {
          if (app.night.value.phase !== "paused") reply.stillAwake();
        },
        onHold: () => reply.tooMuch(),
      }),
    [],
  );

  const text = wordless ? "" : reply.text.value || captions.text.value;
  // Seen alone: who hears the screen read aloud has the breath's own tone.
  const breath = text || wordless || request?.narrator.kind === "none" ? null : captions.breath.value;
  // Spoken words are not read aloud a second time; words that stand on the screen alone are.
  const spoken = request?.narrator.kind === "pack" || request?.narrator.kind === "device";
  return (
    <main class="night" aria-label={say("night.label")} {...press}>
      <NightKeys app={app} press={press.key} />
      <div class="orb-place">
        <Orb player={player} moves={app.suit.value.movesLight} />
        <svg class={holding.value ? "hold hold-on" : "hold"} viewBox="0 0 200 200" aria-hidden="true">
          <circle cx="100" cy="100" r="96" pathLength="1" />
        </svg>
        {breath && (
          <p key={breath} class="breath-word" aria-hidden="true">
            {say(`breath.${breath}`)}
          </p>
        )}
      </div>
      <p
        class={text ? "caption" : "caption caption-away"}
        aria-live={spoken && !reply.text.value ? "off" : "polite"}
      >
        {text}
      </p>
      {asking.value && !wordless && (
        <CheckIn
          words={app.words.value}
          onAnswer={(word) => {
            answered.value = true;
            player.checkIn(word);
            const { checkIns } = app.person.value;
            app.changePerson({ checkIns: withAnswer(checkIns, app.deps.now(), word) });
          }}
        />
      )}
      {paused && <Paused app={app} />}
      {!stopping && (
        <div class="night-foot">
          <button type="button" class="quiet on-focus" onClick={() => reply.stillAwake()}>
            {say("night.stillAwake")}
          </button>
          <button type="button" class="quiet on-focus" onClick={() => reply.tooMuch()}>
            {say("night.tooMuch")}
          </button>
          <button
            type="button"
            class="quiet dots"
            aria-label={say("night.controls")}
            onClick={() => app.sheets.push({ kind: "controls" })}
          >
            <span aria-hidden="true">···</span>
          </button>
        </div>
      )}
    </main>
  );
}
