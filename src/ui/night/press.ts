/** Hold this long for "te veel", milliseconds. */
export const HOLD_MS = 1000;
/** A touch that is over within this time is a tap, milliseconds; between the two, nothing was meant. */
export const TAP_MS = 600;
/** A finger that wanders further than this, in CSS pixels, was not pressing. */
export const WANDER_PX = 24;

export interface PressActions {
  /** The press may become a hold: true from its beginning, false when it is over. */
  readonly onHolding: (holding: boolean) => void;
  readonly onTap: () => void;
  readonly onHold: () => void;
}

/** Tells a tap from a hold, by finger or by key. */
export interface Press {
  down(x: number, y: number): void;
  move(x: number, y: number): void;
  up(): void;
  cancel(): void;
}

export function createPress({ onHolding, onTap, onHold }: PressActions): Press {
  let began: { readonly at: number; readonly x: number; readonly y: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function over(): void {
    clearTimeout(timer);
    began = null;
    onHolding(false);
  }

  return {
    down(x, y) {
      if (began) return;
      began = { at: performance.now(), x, y };
      onHolding(true);
      timer = setTimeout(() => {
        over();
        onHold();
      }, HOLD_MS);
    },
    move(x, y) {
      if (began && Math.hypot(x - began.x, y - began.y) > WANDER_PX) over();
    },
    up() {
      if (!began) return;
      const held = performance.now() - began.at;
      over();
      if (held <= TAP_MS) onTap();
    },
    cancel() {
      if (began) over();
    },
  };
}
