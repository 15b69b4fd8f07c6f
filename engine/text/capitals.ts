const lineEnd = /[\n\r\u2028\u2029]/g
const lowerCase = /\p{Ll}/u
const longWord = /\p{L}{3,}/gu

/** Tells which places of a text stand in a line of capitals, where capitals say nothing: there "US" may be the pronoun. */
export interface CapitalLines {
  has(at: number): boolean
}

/** Looks at each line of a text once, when first asked about a place in it. Places must be asked for in ascending order. */
export function capitalLines(text: string): CapitalLines {
  let to = 0
  let isCapitals = false
  return {
    has(at) {
      if (at < to) return isCapitals
      const from = startOfLine(text, at, to)
      to = endOfLine(text, at)
      isCapitals = isAllCapitals(text.slice(from, to))
      return isCapitals
    },
  }
}

function startOfLine(text: string, at: number, earliest: number): number {
  let start = at
  while (start > earliest && !isLineEnd(text.charCodeAt(start - 1))) start--
  return start
}

const isLineEnd = (unit: number) =>
  unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029

function endOfLine(text: string, at: number): number {
  lineEnd.lastIndex = at
  return lineEnd.exec(text)?.index ?? text.length
}

/** At least two words of three letters or more, and no lower-case letter. */
function isAllCapitals(line: string): boolean {
  return !lowerCase.test(line) && (line.match(longWord)?.length ?? 0) >= 2
}
