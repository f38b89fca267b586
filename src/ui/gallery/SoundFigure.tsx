import { useEffect, useRef } from "preact/hooks";
import type { Words } from "../../i18n/words.ts";
import { LEVEL_RANGE, type SoundPicture } from "../../session/sound-picture.ts";
import { paintSpectrogram } from "./paintSpectrogram.ts";

const PITCHES_HZ = [60, 250, 1000, 4000];
const LEVELS_LUFS = [-50, -40, -30];

/** What a layer sounds like, to the eye: its spectrogram, and below it how loud it is. */
export function SoundFigure({ picture, name, words }: FigureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && picture) paintSpectrogram(canvas.current, picture);
  }, [picture]);
  const { say, locale } = words;
  const number = new Intl.NumberFormat(locale);
  return (
    <figure class="sound" data-ready={picture !== null}>
      <div class="sound-grid sound-pitches">
        <canvas ref={canvas} role="img" aria-label={say("gallery.spectrogram", { name })} />
        {picture &&
          PITCHES_HZ.map((hertz) => (
            <span key={hertz} style={{ bottom: `${pitchPlace(hertz, picture)}%` }}>
              {hertz < 1000 ? number.format(hertz) : `${number.format(hertz / 1000)} k`}
            </span>
          ))}
      </div>
      <div class="sound-grid sound-levels">
        {picture && <LevelLine picture={picture} label={say("gallery.level", { name })} />}
        {LEVELS_LUFS.map((lufs) => (
          <span key={lufs} style={{ bottom: `${levelPlace(lufs)}%` }}>
            {number.format(lufs)}
          </span>
        ))}
      </div>
      <figcaption>
        <span>Hz · LUFS</span>
        <span>{picture && say("gallery.seconds", { seconds: number.format(picture.seconds) })}</span>
      </figcaption>
    </figure>
  );
}

interface FigureProps {
  /** Null while it is being made. */
  readonly picture: SoundPicture | null;
  readonly name: string;
  readonly words: Words;
}

function LevelLine({ picture: { lufs }, label }: { readonly picture: SoundPicture; readonly label: string }) {
  const points = Array.from(lufs, (level, index) => {
    const x = (100 * index) / Math.max(1, lufs.length - 1);
    return `${x.toFixed(2)},${(100 - levelPlace(level)).toFixed(1)}`;
  });
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
      <polyline points={points.join(" ")} fill="none" vector-effect="non-scaling-stroke" />
    </svg>
  );
}

/** Percent of the figure's height. */
function pitchPlace(hertz: number, { lowHz, highHz }: SoundPicture): number {
  return (100 * Math.log(hertz / lowHz)) / Math.log(highHz / lowHz);
}

function levelPlace(lufs: number): number {
  const { low, high } = LEVEL_RANGE;
  return (100 * (Math.min(high, Math.max(low, lufs)) - low)) / (high - low);
}
