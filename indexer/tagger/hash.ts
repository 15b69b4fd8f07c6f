/** FNV-1a over UTF-16 units (Fowler, Noll and Vo), of `text` or of a part of it; unsigned 32 bits. */
export function hashText(text: string, from = 0, to: number = text.length): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The number of a feature: what is asked (`template`) and the answer's hash, mixed as in MurmurHash3; unsigned 32 bits. */
export function featureOf(template: number, answer: number): number {
  let mixed = Math.imul(answer ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
