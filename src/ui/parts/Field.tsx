import { useId } from "preact/hooks";

/** A line, or some lines, to write in. */
export function Field({
  label,
  value,
  hint,
  lines = 1,
  maxLength,
  code = false,
  onSet,
}: {
  readonly label: string;
  readonly value: string;
  /** Shown until something is written. */
  readonly hint?: string;
  readonly lines?: number;
  readonly maxLength: number;
  /** Not words: nothing is corrected or completed. */
  readonly code?: boolean;
  onSet(value: string): void;
}) {
  const id = useId();
  const common = {
    id,
    value,
    maxLength,
    placeholder: hint,
    autocomplete: "off",
    // Some browsers send what they check to somebody else.
    spellcheck: false,
    ...(code ? ({ autocapitalize: "off", autocorrect: "off", class: "code-field" } as const) : {}),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onSet(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines > 1 ? <textarea rows={lines} {...common} /> : <input type="text" {...common} />}
    </div>
  );
}
