import { execFileSync } from "node:child_process";
import { totalmem } from "node:os";

/** Raises the descriptor limit of a shell to what the system allows at most. */
export const RAISE_DESCRIPTORS = 'ulimit -n "$(ulimit -Hn)" 2>/dev/null';

/** What workerd holds before anybody comes is 29; files that are being served come to it. */
const OWN_DESCRIPTORS = 64;
/** Measured: a database, its log and their lock. */
const PER_OBJECT = 3;
/** A connection's descriptor and a copy of it; a WebSocket is one that stays. */
const PER_CONNECTION = 2;
/** Measured, with some kilobytes of documents. */
const BYTES_PER_OBJECT = 240 * 1024;
/** What objects may take of the machine's memory. */
const MEMORY_SHARE = 0.25;
/** Each object takes some 20 KB of the heap, which worker/workerd.capnp bounds. */
const MOST_OBJECTS = 2000;

/** How much may be in use at the same time, so that there is an answer (503) before descriptors or memory run out. */
export interface Capacity {
  readonly liveObjects: number;
  readonly openSockets: number;
}

/**
 * Three eighths of the descriptors go to objects, as many to passing connections, which nobody counts, and a quarter
 * to sockets that stay open.
 * @param descriptors how many workerd may have, possibly infinite
 */
export function capacityOf(descriptors: number, memoryBytes: number): Capacity {
  const usable = Math.max(0, descriptors - OWN_DESCRIPTORS);
  const byDescriptors = Math.floor((usable * 3) / 8 / PER_OBJECT);
  const byMemory = Math.floor((memoryBytes * MEMORY_SHARE) / BYTES_PER_OBJECT);
  return {
    liveObjects: Math.max(1, Math.min(byDescriptors, byMemory, MOST_OBJECTS)),
    openSockets: Math.max(1, Math.min(Math.floor(usable / 4 / PER_CONNECTION), 10 * MOST_OBJECTS)),
  };
}

/** How many descriptors a process of this one's may have. */
export function descriptorLimit(): number {
  const said = execFileSync("/bin/sh", ["-c", `${RAISE_DESCRIPTORS}; ulimit -n`], {
    encoding: "utf8",
  }).trim();
  return /^\d+$/.test(said) ? Number(said) : Number.POSITIVE_INFINITY;
}

/** Memory that this process may use: the machine's, or what a container has been given. */
export function memoryLimit(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
