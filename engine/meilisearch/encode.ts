import { createHash } from 'node:crypto'

/** Longer codes become a hash: Meilisearch drops words past 250 bytes and cuts facet values past 468. */
const longestCode = 100

/**
 * Writes a term so that Meilisearch keeps it as it is: one word, in letters a to z and digits. Different terms get different codes.
 * Meilisearch splits words at `-` and `.`, and folds case, accents and compatibility forms, so every other character is spelled
 * as `z`, its hexadecimal code point, `z`; a `z` itself is doubled. `encodeTerm('s-300')` is `sz2dz300`.
 */
export function encodeTerm(term: string): string {
  const code = encodeCharacters(term, /[^a-y0-9]/gu)
  // `zh` cannot begin a code otherwise: h is no hexadecimal digit.
  return code.length <= longestCode ? code : `zh${createHash('sha256').update(term).digest('hex')}`
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
