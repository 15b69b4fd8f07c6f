import { analyse } from '../text/analyse.ts'
import { queryFields } from './fields.ts'
import { isBreak, isClosing, isMinus, isOpening, isQuote, isSpace } from './signs.ts'

/** Range in the text as typed, with what is written right before: `-title:word` is one lexeme. */
interface Place {
  readonly start: number
  readonly end: number
}

interface Prefixed extends Place {
  /** Has a minus. */
  readonly excluded: boolean
  /** A name of `queryFields`, or ''. */
  readonly field: string
}

/** A bare word. `value` has no prefix; it holds a space where two words are one designator ("S 300"). */
export interface WordLexeme extends Prefixed {
  readonly kind: 'word'
  readonly value: string
}

/** Something in quotation marks. `value` is trimmed; it begins with = where = stands before the mark or right behind it. */
export interface PhraseLexeme extends Prefixed {
  readonly kind: 'phrase'
  readonly value: string
  /** False for a quotation mark that nothing closes. */
  readonly closed: boolean
  /** What stands behind a ~ after the closing mark; undefined without one. */
  readonly distance: string | undefined
}

export interface OpeningLexeme extends Prefixed {
  readonly kind: 'open'
}

export interface ClosingLexeme extends Place {
  readonly kind: 'close'
}

/** AND, OR, NOT, NEAR in capitals. */
export interface OperatorLexeme extends Place {
  readonly kind: 'operator'
  readonly operator: 'AND' | 'OR' | 'NOT' | 'NEAR'
  /** What stands behind NEAR/; undefined without a slash. */
  readonly distance: string | undefined
}

export type Lexeme = WordLexeme | PhraseLexeme | OpeningLexeme | ClosingLexeme | OperatorLexeme

/** Splits a query into words, phrases, parentheses and operators. Linear; never throws; a quote that is not closed runs to the end. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let at = 0; at < text.length;) {
    if (isSpace(text.charAt(at))) {
      at++
      continue
    }
    const lexeme = readLexeme(text, at)
    const joined = joinedWord(lexemes.at(-1), lexeme)
    if (joined) lexemes[lexemes.length - 1] = joined
    else lexemes.push(lexeme)
    at = lexeme.end
  }
  return lexemes
}

/** The operator that a bare word is, with the distance of NEAR. */
export function operatorIn(
  word: string,
): Pick<OperatorLexeme, 'operator' | 'distance'> | undefined {
  if (word === 'AND' || word === 'OR' || word === 'NOT' || word === 'NEAR')
    return { operator: word, distance: undefined }
  return word.startsWith('NEAR/') ? { operator: 'NEAR', distance: word.slice(5) } : undefined
}

/** Whether two bare words side by side are one term: "S" and "300" are. */
export function areOneWord(first: string, second: string): boolean {
  return (
    /^\d/.test(second) &&
    analyse(first).terms.length === 1 &&
    analyse(`${first} ${second}`).terms.length === 1
  )
}

/** Whether a word is an address on the web: read up to a space, its signs have no meaning but for = before it. */
export const isAddress = (word: string) => /^=?[A-Za-z]{1,20}:\/\//.test(word)

function joinedWord(before: Lexeme | undefined, lexeme: Lexeme): WordLexeme | undefined {
  if (before?.kind !== 'word' || lexeme.kind !== 'word') return undefined
  if (lexeme.excluded || lexeme.field !== '' || !areOneWord(before.value, lexeme.value))
    return undefined
  return { ...before, value: `${before.value} ${lexeme.value}`, end: lexeme.end }
}

function readLexeme(text: string, start: number): Lexeme {
  if (isClosing(text.charAt(start))) return { kind: 'close', start, end: start + 1 }
  const excluded = isMinus(text.charAt(start)) && excludesAt(text, start + 1)
  const afterMinus = excluded ? start + 1 : start
  const field = fieldAt(text, afterMinus)
  const at = field === '' ? afterMinus : afterMinus + field.length + 1
  const prefix = { start, excluded, field: field.toLowerCase() }
  if (isOpening(text.charAt(at))) return { ...prefix, kind: 'open', end: at + 1 }
  const opening = text.charAt(at) === '=' ? at + 1 : at
  if (isQuote(text.charAt(opening))) return readPhrase(text, at, prefix)
  return readWord(text, at, prefix)
}

/** A minus stands right before what it excludes; two in a row are a dash. */
function excludesAt(text: string, at: number): boolean {
  return isInside(text, at) && !isMinus(text.charAt(at))
}

function isInside(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character !== '' && !isSpace(character) && !isClosing(character)
}

const longestName = 20

/** The name of a field, as typed, before a colon that a value follows; `field: value`, with a space, names none. */
function fieldAt(text: string, at: number): string {
  const colon = text.slice(at, at + longestName).indexOf(':')
  if (colon < 1) return ''
  const name = text.slice(at, at + colon)
  const follows = at + colon + 1
  return queryFields.has(name.toLowerCase()) && isInside(text, follows) ? name : ''
}

type Prefix = Omit<Prefixed, 'end'>

function readPhrase(text: string, at: number, prefix: Prefix): PhraseLexeme {
  const exact = text.charAt(at) === '=' ? '=' : ''
  const from = at + exact.length + 1
  let to = from
  while (to < text.length && !isQuote(text.charAt(to))) to++
  const closed = to < text.length
  const after = closed ? to + 1 : to
  const value = exact + text.slice(from, to).trim()
  const phrase = { ...prefix, kind: 'phrase', value, closed } as const
  if (text.charAt(after) !== '~') return { ...phrase, end: after, distance: undefined }
  const end = wordEnd(text, after)
  return { ...phrase, end, distance: text.slice(after + 1, end) }
}

function readWord(text: string, at: number, prefix: Prefix): WordLexeme | OperatorLexeme {
  const end = isAddress(text.slice(at, at + longestName + 5))
    ? addressEnd(text, at)
    : wordEnd(text, at)
  const value = text.slice(at, end)
  const operator = prefix.excluded || prefix.field !== '' ? undefined : operatorIn(value)
  if (operator) return { kind: 'operator', start: prefix.start, end, ...operator }
  return { ...prefix, kind: 'word', value, end }
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (!isBreak(text.charAt(at))) at++
  return at
}

/** Addresses may hold parentheses in pairs, one inside no other; any other parenthesis ends them. */
function addressEnd(text: string, from: number): number {
  let end = wordEnd(text, from)
  while (isOpening(text.charAt(end))) {
    const closing = wordEnd(text, end + 1)
    if (!isClosing(text.charAt(closing))) return end
    end = wordEnd(text, closing + 1)
  }
  return end
}
