import { analyse, type TokenStream } from '../text/analyse.ts'

/** About ten milliseconds of work. UTF-16 units. */
const stepLength = 250_000

/**
 * Analyses a text a piece at a time, pausing (`yield`) in between; the result is that of `analyse`, because the pieces end at the ends of lines, which
 * no token crosses. A line of megabytes is one piece.
 */
export function* analyseInSteps(text: string): Generator<undefined, TokenStream, undefined> {
  if (text.length <= stepLength) return analyse(text)
  const whole = { terms: [], forms: [], starts: [], ends: [] }
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from + stepLength)
    const to = lineEnd < 0 ? text.length : lineEnd + 1
    append(whole, analyse(text.slice(from, to)), from)
    from = to
    yield
  }
  return whole
}

interface GrowingStream {
  readonly terms: string[]
  readonly forms: string[]
  readonly starts: number[]
  readonly ends: number[]
}

/** Grown bit by bit: to join all pieces in the end would be one long step. */
function append(whole: GrowingStream, piece: TokenStream, offset: number): void {
  for (const term of piece.terms) whole.terms.push(term)
  for (const form of piece.forms) whole.forms.push(form)
  for (const start of piece.starts) whole.starts.push(start + offset)
  for (const end of piece.ends) whole.ends.push(end + offset)
}
