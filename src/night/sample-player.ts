import type { Howl } from "howler";

/** Plays one file through an HTML audio element, by Howler; resolves when it has ended, rejects when it cannot play. */
export async function playFile(load: () => Promise<{ Howl: typeof Howl }>, url: string): Promise<void> {
  const { Howl } = await load();
  await new Promise<void>((resolve, reject) => {
    const howl = new Howl({
      src: [url],
      html5: true,
      onend: () => {
        howl.unload();
        resolve();
      },
      onloaderror: () => reject(new Error("sample: could not be loaded")),
      onplayerror: () => reject(new Error("sample: could not be played")),
    });
    howl.play();
  });
}
