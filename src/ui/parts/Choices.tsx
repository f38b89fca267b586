import { useId } from "preact/hooks";

/** One of a few named things, as native radio buttons. */
export function Choices({
  label,
  choices,
  chosen,
  onSet,
}: {
  readonly label: string;
  readonly choices: readonly string[];
  /** Index of the one that is on. */
  readonly chosen: number;
  onSet(index: number): void;
}) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {choices.map((choice, index) => (
        <label key={choice}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onSet(index)} />
          <span>{choice}</span>
        </label>
      ))}
    </fieldset>
  );
}
