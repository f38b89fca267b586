import type { ReadDirective } from "./directive.ts";

/** `[bell]` */
export const readBell: ReadDirective = ({ rest }, { wrong }) =>
  rest === "" ? { bell: {} } : wrong("A bell takes nothing else.");
