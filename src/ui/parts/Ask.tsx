import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** A button that asks once more before it does something. */
export function Ask({
  label,
  name,
  question,
  answers,
  onYes,
}: {
  readonly label: string;
  /** For a screen reader, where the label alone could mean several things. */
  readonly name?: string;
  readonly question: string;
  readonly answers: { readonly yes: string; readonly no: string };
  onYes(): void;
}) {
  const asking = useSignal<boolean | null>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking.value) group.current?.focus();
    // Only back to where it came from; not on the page's first drawing.
    if (asking.value === false) button.current?.focus();
  }, [asking.value]);
  if (!asking.value) {
    return (
      <button
        ref={button}
        type="button"
        class="quiet"
        aria-label={name}
        onClick={() => {
          asking.value = true;
        }}
      >
        {label}
      </button>
    );
  }
  return (
    <fieldset class="ask" ref={group} tabIndex={-1}>
      <legend>{question}</legend>
      <button
        type="button"
        class="plain"
        onClick={() => {
          asking.value = false;
          onYes();
        }}
      >
        {answers.yes}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          asking.value = false;
        }}
      >
        {answers.no}
      </button>
    </fieldset>
  );
}
