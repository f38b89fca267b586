import { page } from "vitest/browser";

/**
 * Takes a picture of the page as it is shown and counts its pixels: those with any blue, and those that are not black.
 */
export async function shownColours(): Promise<{ readonly blue: number; readonly lit: number }> {
  const base64 = await page.screenshot({ save: false, element: document.documentElement });
  const response = await fetch(`data:image/png;base64,${base64}`);
  const image = await createImageBitmap(await response.blob(), { colorSpaceConversion: "none" });
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("shownColours: no canvas here");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let blue = 0;
  let lit = 0;
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 2] ?? 0) > 0) blue++;
    if ((data[i] ?? 0) > 0) lit++;
  }
  return { blue, lit };
}
