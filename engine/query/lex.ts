/** A piece of a query as typed: optional minus, optional `field:`, and a bare or quoted value. */
export interface Lexeme {
  readonly excluded: boolean
  /** '' when there is none. Lower case. */
  readonly field: string
  readonly quoted: boolean
  /** False for a quotation mark that nothing closes. */
  readonly closed: boolean
  readonly value: string
  /** Range of the whole piece in the text as typed. */
  readonly start: number
  readonly end: number
}

const space = /\s/
const quotes = '"“”„‟«»'
const minus = /[-−–‐‑]/
const fieldName = /^([A-Za-z]+):/
const longestName = 20

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
  const excluded = minus.test(text.charAt(start)) && isInside(text, start + 1)
  const afterMinus = excluded ? start + 1 : start
  const field = fieldAt(text, afterMinus)
  const at = field === '' ? afterMinus : afterMinus + field.length + 1
  const quoted = isQuote(text, at)
  const end = quoted ? closingQuote(text, at + 1) : nextBreak(text, at)
  return {
    excluded,
    field: field.toLowerCase(),
    quoted,
    closed: !quoted || end < text.length,
    value: text.slice(quoted ? at + 1 : at, end),
    start,
    end: quoted ? Math.min(end + 1, text.length) : end,
  }
}

/** The field's name before a colon that a value follows; `field: value`, with a space, names none. */
function fieldAt(text: string, at: number): string {
  const name = fieldName.exec(text.slice(at, at + longestName))?.[1] ?? ''
  return name !== '' && isInside(text, at + name.length + 1) ? name : ''
}

function isInside(text: string, at: number): boolean {
  return at < text.length && !space.test(text.charAt(at))
}

function isQuote(text: string, at: number): boolean {
  return at < text.length && quotes.includes(text.charAt(at))
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
