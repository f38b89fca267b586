import { clockLabel, durationLabel } from "../../i18n/time.ts";
import type { Words } from "../../i18n/words.ts";
import { FLOOR_DB, type NightPicture, type PartName, type Stretch } from "./nightPicture.ts";

/** Size of the drawing; the screen stretches it. */
const WIDTH = 1000;
const HEIGHT = 200;
/** Height of the sound at its usual level, and of the voice over it. */
const SOUND_HEIGHT = 120;
const VOICE_HEIGHT = 190;
/** A wave of the breath line is drawn this wide. */
const WAVE_WIDTH = 14;

/** The night as a strip over time, and the same in words below it. */
export function TimelinePicture({
  picture,
  words,
  nowMs,
}: {
  readonly picture: NightPicture;
  readonly words: Words;
  readonly nowMs: number;
}) {
  const { say, locale } = words;
  const x = (seconds: number) => (seconds / picture.seconds) * WIDTH;
  const clock = (seconds: number) => clockLabel(nowMs + seconds * 1000, locale);
  const end =
    picture.silentSeconds === null
      ? say("preview.allNight")
      : say("preview.silentAt", { time: clock(picture.silentSeconds) });
  return (
    <figure class="picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="picture-sound" d={soundPath(picture, x)} />
        {picture.parts.slice(1).map(({ atSeconds }) => (
          <line
            key={atSeconds}
            class="picture-part"
            x1={x(atSeconds)}
            x2={x(atSeconds)}
            y1={HEIGHT - VOICE_HEIGHT}
            y2={HEIGHT}
          />
        ))}
        {picture.voice.map(({ atSeconds, seconds }) => (
          <rect
            key={atSeconds}
            class="picture-voice"
            x={x(atSeconds)}
            width={Math.max(1.5, x(seconds))}
            y={HEIGHT - VOICE_HEIGHT}
            height={VOICE_HEIGHT}
          />
        ))}
        {picture.breath.map((stretch) => (
          <path key={stretch.atSeconds} class="picture-breath" d={wavePath(stretch, x)} />
        ))}
      </svg>
      <p class="legend" aria-hidden="true">
        {picture.voice.length > 0 && <span class="legend-voice">{say("preview.guide")}</span>}
        {picture.breath.length > 0 && <span class="legend-breath">{say("preview.breath")}</span>}
        <span class="legend-sound">{say("preview.sound")}</span>
      </p>
      <figcaption>
        <ol class="parts">
          {picture.parts.map(({ name, atSeconds, seconds }) => (
            <li key={atSeconds}>
              <span>{partLabel(name, words)}</span>
              <span>{durationLabel(rounded(seconds), locale)}</span>
            </li>
          ))}
        </ol>
        <p class="picture-end">{end}</p>
        {picture.wakeSeconds !== null && (
          <p class="picture-end">{say("preview.wakeAt", { time: clock(picture.wakeSeconds) })}</p>
        )}
      </figcaption>
    </figure>
  );
}

/** To the minute, and below a minute to ten seconds. */
function rounded(seconds: number): number {
  const step = seconds < 55 ? 10 : 60;
  return Math.max(step, Math.round(seconds / step) * step);
}

function partLabel(name: PartName, { say }: Words): string {
  if ("title" in name) return name.title;
  return say(`preview.${name.kind}`);
}

/** The sound as an area: its height is its level in dB above what can be heard. */
function soundPath({ level, seconds }: NightPicture, x: (seconds: number) => number): string {
  const y = (db: number) => HEIGHT - SOUND_HEIGHT * (1 - db / FLOOR_DB);
  const points = level.map(({ atSeconds, db }) => `L${x(atSeconds).toFixed(1)} ${y(db).toFixed(1)}`);
  return `M0 ${HEIGHT}${points.join("")}L${x(seconds)} ${HEIGHT}Z`;
}

/** Waves over a stretch of breathing: a sign for it, not its every breath. */
function wavePath({ atSeconds, seconds }: Stretch, x: (seconds: number) => number): string {
  const waves = Math.max(1, Math.round(x(seconds) / WAVE_WIDTH));
  const half = x(seconds) / waves / 2;
  return `M${x(atSeconds).toFixed(1)} ${HEIGHT - 40}${`q${half / 2} -24 ${half} 0t${half} 0`.repeat(waves)}`;
}
