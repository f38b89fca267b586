/**
 * Sockets that are open in this process; each holds two descriptors on raw workerd, also while its object sleeps. Objects
 * and Worker share a process there, so one number counts them all. On Cloudflare it bounds nothing and none is set.
 */
let open = 0;

export function openSockets(): number {
  return open;
}

export function socketOpened(): void {
  open++;
}

export function socketClosed(): void {
  open = Math.max(0, open - 1);
}
