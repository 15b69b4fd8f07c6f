/** A piece of a query as typed: optional minus, optional `field:`, and a bare or quoted value. */
export interface Lexeme {
  readonly excluded: boolean
  /** '' when there is none. Lower case. */
  readonly field: string
  readonly quoted: boolean
  readonly value: string
  /** Range of the whole piece in the text as typed. */
  readonly start: number
  readonly end: number
}

const space = /\s/
const quotes = '"“”„‟«»'
const minus = /[-−–‐‑]/
const fieldName = /^([A-Za-z]+):(?=.)/s

/** Splits a query at white space, outside quotes. Linear; never throws; a quote that is not closed runs to the end. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let at = 0; at < text.length;) {
    if (space.test(text.charAt(at))) {
      at++
      continue
    }
    const lexeme = readLexeme(text, at)
    lexemes.push(lexeme)
    at = lexeme.end
  }
  return lexemes
}

function readLexeme(text: string, start: number): Lexeme {
  const excluded = minus.test(text.charAt(start)) && start + 1 < text.length && !space.test(text.charAt(start + 1))
  let at = excluded ? start + 1 : start
  const field = fieldName.exec(text.slice(at, at + 20))?.[1] ?? ''
  const afterField = field === '' ? at : at + field.length + 1
  // `field: value` is a field without a value: the colon is read literally.
  const hasValue = field !== '' && afterField < text.length && !space.test(text.charAt(afterField))
  if (hasValue) at = afterField
  const quoted = quotes.includes(text.charAt(at))
  const end = quoted ? closingQuote(text, at + 1) : nextBreak(text, at)
  const value = quoted ? text.slice(at + 1, end) : text.slice(at, end)
  const name = hasValue ? field.toLowerCase() : ''
  return { excluded, field: name, quoted, value, start, end: quoted ? Math.min(end + 1, text.length) : end }
}

function closingQuote(text: string, from: number): number {
  let at = from
  while (at < text.length && !quotes.includes(text.charAt(at))) at++
  return at
}

function nextBreak(text: string, from: number): number {
  let at = from
  while (at < text.length && !space.test(text.charAt(at)) && !quotes.includes(text.charAt(at))) at++
  return at
}
