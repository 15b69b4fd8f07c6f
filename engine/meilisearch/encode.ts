import { createHash } from 'node:crypto'

/** Of longer codes only so much is kept, and a hash: Meilisearch drops words past 250 bytes and cuts values past 468, pairs included. */
const longestCode = 150

/**
 * Writes a term so that Meilisearch keeps it as it is: one word, in letters a to z and digits. Different terms get different codes.
 * Meilisearch splits words at `-` and `.`, and folds case, accents and compatibility forms, so every other character is spelled
 * as `z`, its hexadecimal code point, `z`; a `z` itself is doubled. `encodeTerm('s-300')` is `sz2dz300`.
 */
export function encodeTerm(term: string): string {
  const code = encodePrefix(term)
  return code.isWhole
    ? code.text
    : // `zh` cannot follow a code otherwise: h is no hexadecimal digit.
      `${code.text}zh${createHash('sha256').update(term).digest('hex')}`
}

/**
 * The beginning of the codes of all terms that begin so. Of terms that begin otherwise it is one only where `isWhole` is false:
 * the prefix is too long to be told from others that begin like it.
 */
export function encodePrefix(prefix: string): { readonly text: string; readonly isWhole: boolean } {
  // As most are.
  if (/^[a-y0-9]{0,100}$/.test(prefix)) return { text: prefix, isWhole: true }
  let text = ''
  for (const character of prefix) {
    const next = text + encodeCharacters(character, /[^a-y0-9]/u)
    if (next.length > longestCode) return { text, isWhole: false }
    text = next
  }
  return { text, isWhole: true }
}

/** Writes an entity id in the same way, but for its hyphens; `decodeId` reads it back. */
export function encodeId(id: string): string {
  return encodeCharacters(id, /[^a-y0-9-]/gu)
}

/** The id that `encodeId` wrote. */
export function decodeId(code: string): string {
  return code.replace(/z([0-9a-f]*)z/g, (_, hex: string) =>
    hex === '' ? 'z' : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

function encodeCharacters(text: string, others: RegExp): string {
  return text.replace(others, (character) =>
    character === 'z' ? 'zz' : `z${(character.codePointAt(0) ?? 0).toString(16)}z`,
  )
}
