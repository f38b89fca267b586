import type { SpokenLine } from "./item.ts";
import type { Script } from "./schema.ts";

/** Everything that a script has to say, in order, as it is recorded: sentences, numbers, loose words. */
export function spokenLines({ parts }: Script): readonly SpokenLine[] {
  return parts.flatMap(({ items }) =>
    items.flatMap((item): readonly SpokenLine[] => {
      if ("say" in item) return [{ line: item.say.line, text: item.say.text }];
      if ("count" in item) return item.count.lines;
      return "words" in item ? item.words.lines : [];
    }),
  );
}
