/** A page in a browser other than Chromium, driven from outside. */
export interface EnginePage {
  /** The browser's name and version. */
  readonly name: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page (it can use nothing from outside itself) and waits for what comes of it. */
  run<Argument, Result>(
    call: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Awaited<Result>>;
  /** Presses a button as a person would, as soon as it is there. */
  press(button: string): Promise<void>;
  /** What the page's console has called an error; null where it cannot be told. */
  errors(): readonly string[] | null;
  close(): Promise<void>;
}

/** Waits until a global of the page is there. Throws where it does not come. */
export async function untilThere(page: EnginePage, name: string): Promise<void> {
  const came = await page.run(async (global) => {
    for (let looks = 0; looks < 600 && !(global in globalThis); looks++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return global in globalThis;
  }, name);
  if (!came) throw new Error(`${page.name}: ${name} did not come.`);
}
