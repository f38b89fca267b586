import { useId } from "preact/hooks";

export interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value in words, for the eye and for a screen reader. */
  readonly text: string;
  /** At each step of the hand. */
  onSet(value: number): void;
  /** When the hand lets go, where that is soon enough. */
  onDone?(value: number): void;
}

/** A native slider with its name and its value in words. */
export function Slider({ label, min, max, step, value, text, onSet, onDone }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <output for={id}>{text}</output>
      <input
        id={id}
        type="range"
        style={{ "--filled": `${((value - min) / (max - min)) * 100}%` }}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onDone?.(event.currentTarget.valueAsNumber)}
        onInput={(event) => onSet(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
