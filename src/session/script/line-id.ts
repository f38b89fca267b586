/**
 * The name of a spoken line: 32-bit FNV-1a over the UTF-16 bytes of its text (offset basis and prime from
 * http://www.isthe.com/chongo/tech/comp/fnv/), as 8 hex digits. The same words keep the same recording.
 */
export function lineId(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
