/** Words of at most so many UTF-16 units are compared: their letters are bits of one machine word. */
export const mostLetters = 32
/** From this length on two letters may differ, below only one. */
const longWord = 6

/** A word that others are compared with. */
export interface Pattern {
  readonly length: number
  /** Words at a greater distance do not matter. */
  readonly furthest: number
  /** Which letters it has, one bit each: `1 << unit` of its UTF-16 units, so that letters 32 apart share one. */
  readonly letters: number
  /** For each UTF-16 unit the positions at which the word has it, as bits. */
  readonly positions: Int32Array
}

/** Prepares the comparison with a word of at most `mostLetters`: others may be 1 away for up to five letters, 2 for six and more. */
export function patternOf(typed: string): Pattern {
  const positions = new Int32Array(0x10000)
  for (let i = 0; i < typed.length; i++) {
    const unit = typed.charCodeAt(i)
    positions[unit] = (positions[unit] ?? 0) | (1 << i)
  }
  return {
    length: typed.length,
    furthest: typed.length < longWord ? 1 : 2,
    letters: lettersIn(typed),
    positions,
  }
}

/** See `Pattern.letters`. */
function lettersIn(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << word.charCodeAt(i)
  return letters
}

/**
 * The distance of the word at some place of a text, or any number greater than `furthest` when it is further, or has a digit.
 * Hyyrö's bit-parallel algorithm (2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"):
 * a column of the table of distances is two bit vectors, of what rises and what falls by one from row to row.
 */
export function distanceTo(pattern: Pattern, text: string, start: number, end: number): number {
  const { length, furthest, positions } = pattern
  const lastRow = 1 << (length - 1)
  let away = length
  let rises = -1
  let falls = 0
  let diagonal = 0
  let before = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x30 && unit <= 0x39) return furthest + 1
    const equal = positions[unit] ?? 0
    const swapped = ((~diagonal & equal) << 1) & before
    diagonal = (((equal & rises) + rises) ^ rises) | equal | falls | swapped
    const right = falls | ~(diagonal | rises)
    const left = diagonal & rises
    if (right & lastRow) away++
    else if (left & lastRow) away--
    if (away - (end - at - 1) > furthest) return away
    const shifted = (right << 1) | 1
    rises = (left << 1) | ~(diagonal | shifted)
    falls = shifted & diagonal
    before = equal
  }
  return away
}
