/**
 * A number for each word of a text, in reading order: 32 bits, equal for words that differ in case only. A word is a run of letters
 * and digits; each sign of a script that writes no spaces is one.
 */
export function wordHashes(text: string): Int32Array {
  const folded = text.toLowerCase()
  const hashes = new Int32Array(folded.length)
  let count = 0
  let hash = empty
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    const kind = code < 128 ? ascii[code] : kindOf(code)
    if (kind === part) {
      hash = Math.imul(hash ^ code, prime)
      continue
    }
    if (hash !== empty) hashes[count++] = hash
    hash = empty
    if (kind === alone) hashes[count++] = Math.imul(empty ^ code, prime)
  }
  if (hash !== empty) hashes[count++] = hash
  return hashes.subarray(0, count)
}

/** FNV-1a, over UTF-16 units. */
const empty = 0x811c9dc5 | 0
const prime = 0x01000193

/** What a character is: between words, part of one, or a word alone. */
const [gap, part, alone] = [0, 1, 2] as const

const ascii = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/.test(String.fromCharCode(code)) ? part : gap,
)

/** Ranges of characters outside of ASCII that are not part of a word, ascending. */
const others: readonly (readonly [from: number, to: number, kind: typeof gap | typeof alone])[] = [
  [0x80, 0xa9, gap],
  [0xab, 0xb4, gap],
  [0xb6, 0xb9, gap],
  [0xbb, 0xbf, gap],
  [0xe00, 0xeff, alone],
  [0x2000, 0x206f, gap],
  [0x3000, 0x3004, gap],
  [0x3008, 0x3020, gap],
  [0x3040, 0x30ff, alone],
  [0x3400, 0x9fff, alone],
  [0xfe00, 0xfe0f, gap],
  [0xfeff, 0xff0f, gap],
  [0xff1a, 0xff20, gap],
]

function kindOf(code: number): number {
  for (const [from, to, kind] of others) if (code <= to) return code >= from ? kind : part
  return part
}
