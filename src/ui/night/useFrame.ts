import { useEffect } from "preact/hooks";

/**
 * A light that takes seconds to grow flows at this pace: its edge moves half a pixel at a time. Asking for every frame of a
 * screen costs twice the battery.
 */
export const FRAME_MS = 50;

/**
 * Calls back twenty times a second, as long as the component is on the screen. By a timer: whoever asks for animation
 * frames has the browser put pictures together even where nothing has changed.
 */
export function useFrame(draw: () => void): void {
  useEffect(() => {
    const timer = setInterval(draw, FRAME_MS);
    return () => clearInterval(timer);
  }, []);
}
