import type { Browser } from "playwright-core";
import type { Pixels } from "./indexed-png.ts";

/** Decodes a PNG, in the browser. */
export async function pixelsOf(browser: Browser, png: Buffer): Promise<Pixels> {
  const page = await browser.newPage();
  const { base64, ...size } = await page.evaluate(inPage, png.toString("base64"));
  await page.close();
  return { ...size, data: Buffer.from(base64, "base64") };
}

async function inPage(png: string): Promise<{ width: number; height: number; base64: string }> {
  const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
  const image = await createImageBitmap(blob, { colorSpaceConversion: "none" });
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("screenshots: no canvas here");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let binary = "";
  for (let at = 0; at < data.length; at += 8192)
    binary += String.fromCharCode(...data.subarray(at, at + 8192));
  return { width, height, base64: btoa(binary) };
}
