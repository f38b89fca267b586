import type { Howl } from "howler";

/** Plays one file through an HTML audio element, by Howler; resolves when it has ended, rejects when it cannot play. */
export async function playFile(load: () => Promise<{ Howl: typeof Howl }>, url: string): Promise<void> {
  const { Howl } = await load();
  await new Promise<void>((resolve, reject) => {
    const over = (settle: () => void) => {
      howl.unload();
      settle();
    };
    const howl = new Howl({
      src: [url],
      html5: true,
      onend: () => over(resolve),
      onloaderror: () => over(() => reject(new Error("sample: could not be loaded"))),
      onplayerror: () => over(() => reject(new Error("sample: could not be played"))),
    });
    howl.play();
  });
}
