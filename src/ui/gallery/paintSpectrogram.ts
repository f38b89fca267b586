import type { SoundPicture } from "../../session/sound-picture.ts";

/** From black over ember to amber; no blue anywhere. Red and green at even steps. */
const EMBER: readonly (readonly [number, number])[] = [
  [0, 0],
  [30, 8],
  [92, 34],
  [168, 82],
  [232, 146],
  [255, 214],
];

/** Paints a picture's cells: time to the right, pitch upwards. The canvas gets the picture's own size. */
export function paintSpectrogram(canvas: HTMLCanvasElement, { columns, rows, cells }: SoundPicture): void {
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(columns, rows);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const at = 4 * ((rows - 1 - row) * columns + column);
      const [red, green] = ember((cells[column * rows + row] ?? 0) / 255);
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** @param strength 0..1 */
function ember(strength: number): readonly [number, number] {
  const place = strength * (EMBER.length - 1);
  const step = Math.min(EMBER.length - 2, Math.floor(place));
  const [red, green] = EMBER[step] ?? [0, 0];
  const [nextRed, nextGreen] = EMBER[step + 1] ?? [0, 0];
  const part = place - step;
  return [red + part * (nextRed - red), green + part * (nextGreen - green)];
}
