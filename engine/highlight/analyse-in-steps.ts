import { analyse, type TokenStream } from '../text/analyse.ts'

/** About ten milliseconds of work. UTF-16 units. */
const stepLength = 250_000

/**
 * Analyses a text a piece at a time, pausing (`yield`) in between; the result is that of `analyse`, because the pieces end at the ends of lines, which
 * no token crosses. A line of megabytes is one piece.
 */
export function* analyseInSteps(text: string): Generator<undefined, TokenStream, undefined> {
  if (text.length <= stepLength) return analyse(text)
  const pieces: TokenStream[] = []
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from + stepLength)
    const to = lineEnd < 0 ? text.length : lineEnd + 1
    const piece = analyse(text.slice(from, to))
    const offset = from
    pieces.push({
      ...piece,
      starts: piece.starts.map((start) => start + offset),
      ends: piece.ends.map((end) => end + offset),
    })
    from = to
    yield
  }
  return {
    terms: pieces.flatMap(({ terms }) => terms),
    forms: pieces.flatMap(({ forms }) => forms),
    starts: pieces.flatMap(({ starts }) => starts),
    ends: pieces.flatMap(({ ends }) => ends),
  }
}
