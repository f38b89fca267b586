import type { Howl } from "howler";

/** Plays files through an HTML audio element, by Howler: one at a time, what comes later takes the place of what plays. */
export class SamplePlayer {
  readonly #load: () => Promise<{ Howl: typeof Howl }>;
  #stop: () => void = () => undefined;

  /** @param load brings Howler */
  constructor(load: () => Promise<{ Howl: typeof Howl }>) {
    this.#load = load;
  }

  /** Resolves when the file has ended or was stopped; rejects when it cannot play. */
  async play(url: string): Promise<void> {
    this.stop();
    let wanted = true;
    this.#stop = () => {
      wanted = false;
    };
    const { Howl } = await this.#load();
    if (!wanted) return;
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
      this.#stop = () => over(resolve);
      howl.play();
    });
  }

  /** Nothing where nothing plays. */
  stop(): void {
    this.#stop();
    this.#stop = () => undefined;
  }
}
