/** Something that is on or off. */
export function Switch({
  label,
  on,
  words,
  onSet,
}: {
  readonly label: string;
  readonly on: boolean;
  /** How on and off are called. */
  readonly words: { readonly on: string; readonly off: string };
  onSet(on: boolean): void;
}) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={() => onSet(!on)}>
      <span>{label}</span>
      <span class="switch-state" aria-hidden="true">
        {on ? words.on : words.off}
      </span>
    </button>
  );
}
