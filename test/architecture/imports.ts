/** Ways of naming another module: static, for its effects alone, dynamic, by pattern, and by URL. */
const FORMS = [
  /\b(?:import|export)\s[^;"'`()]*?\bfrom\s*(["'])(.+?)\1/g,
  /\bimport\s*(["'])(.+?)\1/g,
  /\bimport\s*\(\s*(["'`])(.+?)\1/g,
  /\bimport\.meta\.glob(?:<[^(]*>)?\(\s*(["'`])(.+?)\1/g,
  /\bnew\s+URL\(\s*(["'`])(.+?)\1\s*,\s*import\.meta\.url/g,
] as const;

/** What a module's source imports, types too, in the order of the text. Comments do not count. */
export function importsOf(source: string): readonly string[] {
  const code = withoutComments(source);
  return FORMS.flatMap((form) => [...code.matchAll(form)])
    .sort((a, b) => a.index - b.index)
    .flatMap(([, , specifier]) => (specifier === undefined ? [] : [specifier]));
}

/** Blanks out comments, leaving texts (which may hold `//`) as they are. */
export function withoutComments(source: string): string {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text: string | undefined) => text ?? "",
  );
}
