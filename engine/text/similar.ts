/** Words of fewer letters resemble too many others; longer ones than a machine word has bits are no words. */
const fewestLetters = 3
const mostLetters = 32
/** From this length on two letters may differ, below only one. */
const longWord = 6

/**
 * The words of a vocabulary that are spelled almost like one typed: by optimal string alignment (a letter missing, added,
 * replaced, or two neighbours swapped count one) at most 1 away for three to five letters, 2 for six and more. The typed word
 * itself is first where the vocabulary has it; then nearest first, alphabetical among equals, at most `most`.
 * `typed` is a form as `analyse` gives it; the vocabulary is forms joined by newlines, or several such strings.
 * Words with digits are similar to nothing: S-300 and S-400 are one letter apart.
 */
export function similarWords(
  typed: string,
  forms: string | Iterable<string>,
  most: number,
): string[] {
  const words = [...similarDistances(typed, forms)].sort(
    ([a, near], [b, far]) => near - far || (a < b ? -1 : 1),
  )
  return words.slice(0, most).map(([word]) => word)
}

/** The same words in any order, each with its distance. */
export function similarDistances(
  typed: string,
  forms: string | Iterable<string>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  if (typed.length < fewestLetters || typed.length > mostLetters || /\d/.test(typed)) return found
  const pattern = patternOf(typed)
  for (const block of typeof forms === 'string' ? [forms] : forms) collect(pattern, block, found)
  return found
}

interface Pattern {
  readonly length: number
  readonly furthest: number
  /** For each UTF-16 unit the positions at which the pattern has it, as bits. */
  readonly positions: Int32Array
}

function patternOf(typed: string): Pattern {
  const positions = new Int32Array(0x10000)
  for (let i = 0; i < typed.length; i++) {
    const unit = typed.charCodeAt(i)
    positions[unit] = (positions[unit] ?? 0) | (1 << i)
  }
  return { length: typed.length, furthest: typed.length < longWord ? 1 : 2, positions }
}

function collect(pattern: Pattern, block: string, found: Map<string, number>): void {
  for (let start = 0; start < block.length;) {
    const newlineAt = block.indexOf('\n', start)
    const end = newlineAt < 0 ? block.length : newlineAt
    if (Math.abs(end - start - pattern.length) <= pattern.furthest) {
      const away = distance(pattern, block, start, end)
      if (away <= pattern.furthest) found.set(block.slice(start, end), away)
    }
    start = end + 1
  }
}

/**
 * The distance to a word of the block, or any number greater than `furthest` when it is further, or has a digit.
 * Hyyrö's bit-parallel algorithm (2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"):
 * a column of the table of distances is two bit vectors, of what rises and what falls by one from row to row.
 */
function distance(pattern: Pattern, block: string, start: number, end: number): number {
  const { length, furthest, positions } = pattern
  const lastRow = 1 << (length - 1)
  let away = length
  let rises = -1
  let falls = 0
  let diagonal = 0
  let before = 0
  for (let at = start; at < end; at++) {
    const unit = block.charCodeAt(at)
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
