/** A text-to-speech command as given with --tts: a program and its arguments, some with placeholders. */
export interface TtsCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Whether the text is an argument; otherwise it goes to the standard input. */
  readonly takesText: boolean;
}

/** A word: runs of bare characters, 'single' and "double" quoted stretches. */
const WORD = /(?:[^\s'"]|'[^']*'|"[^"]*")+/g;

/**
 * Splits a command such as `piper --model nl.onnx --output_file {out}` into words, without a shell.
 * `{out}` is the WAV file to write; `{text}` is the sentence, left out = read on the standard input.
 * @throws where it names no program or no {out}, or leaves a quote open
 */
export function readCommand(command: string): TtsCommand {
  const found = command.match(WORD) ?? [];
  if (found.join("").length !== command.replaceAll(/\s/g, "").length && hasOpenQuote(command)) {
    throw new Error("--tts: a quote is not closed.");
  }
  const words = found.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"));
  const [program, ...args] = words;
  if (!program) throw new Error("--tts: name a program.");
  if (!args.some((word) => word.includes("{out}"))) {
    throw new Error("--tts: say with {out} where the program writes its WAV file.");
  }
  return { program, args, takesText: args.some((word) => word.includes("{text}")) };
}

function hasOpenQuote(command: string): boolean {
  return /['"]/.test(command.replaceAll(/'[^']*'|"[^"]*"/g, ""));
}

/** The arguments for one sentence; the sentence may hold any character. */
export function filledArgs({ args }: TtsCommand, text: string, out: string): readonly string[] {
  return args.map((word) => word.split("{out}").join(out).split("{text}").join(text));
}
