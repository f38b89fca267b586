import { createPress, type Press, type PressActions } from "./press.ts";

/** Handlers for the whole dark surface; buttons on it keep their own presses. */
export function followPress(actions: PressActions) {
  const press: Press = createPress(actions);
  return {
    key: press,
    onPointerDown(event: PointerEvent) {
      if (event.isPrimary && event.button === 0 && !onControl(event.target))
        press.down(event.clientX, event.clientY);
    },
    onPointerMove(event: PointerEvent) {
      if (event.isPrimary) press.move(event.clientX, event.clientY);
    },
    onPointerUp(event: PointerEvent) {
      if (event.isPrimary) press.up();
    },
    onPointerCancel: () => press.cancel(),
    onPointerLeave: () => press.cancel(),
    onContextMenu: (event: Event) => event.preventDefault(),
  };
}

/** Whether a press belongs to a button or to a panel. */
export function onControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, input, dialog, .notice") !== null;
}
