/** What stands last in the search box, which a suggestion would replace. */
export interface TypedTail {
  /** What stands before it, without the field and the signs that were begun for it. */
  readonly head: string
  readonly text: string
  /** The field that it is typed in: `person` of `person:"Hoss`; '' for none. */
  readonly field: string
}

const longestName = 3

/**
 * The last words of a query that may be the beginning of a name: three of them, then two, then one. None for a query without words, or
 * whose last words are to be left out.
 */
export function typedTails(q: string): TypedTail[] {
  const words = [...q.matchAll(/[^\s"():]+/gu)]
  const last = words.findLastIndex(({ 0: word, index }) =>
    isSign(word, q.charAt(index + word.length)),
  )
  const names = words.slice(last + 1)
  return names
    .slice(-longestName)
    .map(({ index }) => tailFrom(q, index))
    .filter(({ text }) => !text.startsWith('-'))
}

/** What a name cannot begin before: an operator, or the name of a field. */
function isSign(word: string, after: string): boolean {
  return after === ':' || /^(?:AND|OR|NOT|NEAR(?:\/\d+)?)$/.test(word)
}

function tailFrom(q: string, start: number): TypedTail {
  const [begun = '', field = ''] = /(?:(-?\p{L}+):)?["(]*$/u.exec(q.slice(0, start)) ?? []
  return {
    head: q.slice(0, start - begun.length).trimEnd(),
    text: q
      .slice(start)
      .replace(/["()]+/g, ' ')
      .trim(),
    field,
  }
}
