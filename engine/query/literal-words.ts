import { queryFields } from './fields.ts'
import { isAddress, lex } from './lex.ts'
import type { Literal } from './query.ts'
import { typedWords } from './typed-words.ts'

/** A word as understood, and what its writer should know about it. */
export interface ReadLiteral {
  readonly literal: Literal
  readonly problem: string | undefined
}

const fewestForPrefix = 2

/**
 * Reads a bare word with its signs: `deliver*`, `dehgan~`, `=delivery`. Signs at its ends that have no meaning there are left out,
 * those within belong to the word. The word has a letter or digit (`isSearchable`).
 */
export function readLiteral(word: string): ReadLiteral {
  if (word.startsWith('=') && word.length > 1) return readExact(word)
  if (isAddress(word)) return { literal: { kind: 'word', text: word }, problem: undefined }
  return readPrefix(word) ?? readSimilar(word) ?? readPlain(word)
}

/** Reads a word of a phrase whose words may stand apart: what would mean something else outside the quotation marks is a phrase. */
export function readApart(piece: string): ReadLiteral {
  if (isOneWord(piece)) return readLiteral(piece)
  return {
    literal: piece.startsWith('=')
      ? { kind: 'phrase', text: withoutEqualSigns(piece), spelling: 'exact' }
      : { kind: 'phrase', text: piece },
    problem: undefined,
  }
}

/** A literal as it is typed where it needs no quotation marks, without its field. */
export function bareForm(literal: Literal): string {
  switch (literal.kind) {
    case 'word':
    case 'phrase':
      return literal.spelling === 'exact' ? `=${literal.text}` : literal.text
    case 'prefix':
      return `${literal.text}*`
    case 'similar':
      return `${literal.text}~`
  }
}

/** Whether there is anything to search for: one letter or digit at least. */
export const isSearchable = (text: string): boolean => typedWords({ text }).length > 0

/** What stands behind all = at the beginning. */
export const withoutEqualSigns = (text: string): string => text.replace(/^[=\s]+/, '')

function isOneWord(text: string): boolean {
  const [lexeme, ...others] = lex(text)
  return others.length === 0 && lexeme?.kind === 'word' && lexeme.value === text
}

function readExact(word: string): ReadLiteral {
  const typed = withoutEqualSigns(word)
  const text = isAddress(typed) ? typed : withoutSignsAround(typed)
  return { literal: { kind: 'word', text, spelling: 'exact' }, problem: exactProblem(word, typed) }
}

function readPrefix(word: string): ReadLiteral | undefined {
  let end = word.length
  while (word.charAt(end - 1) === '*') end--
  const text = word.slice(0, end)
  if (end === word.length || hasSign(text) || !canBegin(text)) return undefined
  return { literal: { kind: 'prefix', text }, problem: fieldProblem(text) }
}

function canBegin(text: string): boolean {
  const words = typedWords({ text })
  const isLong = Array.from(words.at(-1)?.form ?? '').length >= fewestForPrefix
  return countLetters(text) >= fewestForPrefix && (words.length > 1 || isLong)
}

function readSimilar(word: string): ReadLiteral | undefined {
  const tilde = word.lastIndexOf('~')
  const [text, edits] = [word.slice(0, tilde), word.slice(tilde + 1)]
  if (tilde < 0 || !/^\d*$/.test(edits) || hasSign(text) || !isSearchable(text)) return undefined
  if (!hasSimilar(text)) {
    const problem = `“${word}” is searched as “${text}”: only a single word of three letters or more has similar ones, no number or designator.`
    return { literal: plainWord(text), problem }
  }
  const problem =
    edits === ''
      ? fieldProblem(text)
      : `“${word}” is searched as ${text}~: how many letters may differ follows from the length of the word, one in up to five, two in longer ones.`
  return { literal: { kind: 'similar', text }, problem }
}

function hasSimilar(text: string): boolean {
  const [word, ...others] = typedWords({ text })
  return others.length === 0 && /^\p{L}{3,}$/u.test(word?.form ?? '')
}

function readPlain(word: string): ReadLiteral {
  const text = withoutSignsAround(word)
  const literal: Literal = text === word ? { kind: 'word', text } : plainWord(text)
  return { literal, problem: wordProblem(word) }
}

/** Reads what is left of a word without its signs; a phrase where it would mean something else by itself, as AND does. */
function plainWord(text: string): Literal {
  return isOneWord(text) ? readLiteral(text).literal : { kind: 'phrase', text }
}

function withoutSignsAround(word: string): string {
  let [start, end] = [0, word.length]
  while ('*~?='.includes(word.charAt(start)) && start < end) start++
  while (end > start && '*~?'.includes(word.charAt(end - 1))) end--
  return word.slice(start, end)
}

const hasSign = (text: string) => /[*~?]/.test(text)

const letter = /[\p{L}\p{N}]/gu
const countLetters = (text: string) => text.match(letter)?.length ?? 0

function exactProblem(word: string, text: string): string | undefined {
  const field = fieldIn(text)
  if (field !== undefined)
    return `The = stands right before the word, behind the field: ${field}:=word.`
  if (hasSign(text) && !isAddress(text))
    return `“${word}” is searched in this spelling only; *, ~ and ? have no meaning with it.`
  return repeatedSign(word)
}

function repeatedSign(word: string): string | undefined {
  return word.startsWith('==')
    ? 'One = asks for exact spelling; a further one is ignored.'
    : undefined
}

function wordProblem(word: string): string | undefined {
  if (/^~\d+$/.test(word))
    return `“${word}” is searched as a number. A distance stands right behind quotation marks: "two words"${word}.`
  return signProblem(word) ?? fieldProblem(word)
}

function signProblem(word: string): string | undefined {
  if (word.includes('*'))
    return `A * stands for the rest of a word, behind ${fewestForPrefix} letters or digits at least; in “${word}” it is ignored.`
  if (word.includes('~'))
    return `A ~ stands at the end of a word, for similar spellings; in “${word}” it is ignored.`
  return word.includes('?')
    ? `A ? does not stand for a letter; in “${word}” it is ignored. Write * for the rest of a word, ~ for similar spellings.`
    : undefined
}

/** Why a phrase, with = where that begins it, does not mean what its writer may expect; undefined for an ordinary one. */
export function phraseProblem(phrase: string): string | undefined {
  return /[\p{L}\p{N}][*~](?:\s|$)/u.test(phrase)
    ? 'Inside quotation marks * and ~ have no meaning; for words side by side write first NEAR/0 second*.'
    : repeatedSign(phrase)
}

const fieldLike = /^([A-Za-z]+):/

function fieldIn(text: string): string | undefined {
  const name = fieldLike.exec(text)?.[1]?.toLowerCase() ?? ''
  return queryFields.has(name) ? name : undefined
}

function fieldProblem(word: string): string | undefined {
  const colon = fieldLike.exec(word)?.[0] ?? ''
  if (colon === '') return undefined
  if (fieldIn(word) !== undefined)
    return word === colon
      ? `“${word}” wants its value right behind the colon, without a space; it is searched as a word.`
      : undefined
  return word === colon ? undefined : noSuchField(colon)
}

/** What to say of a field that there is not; `name` ends with the colon. */
export function noSuchField(name: string): string {
  const names = [...queryFields.keys()].map((field) => `${field}:`).join(' ')
  return `There is no field “${name}”; it is searched as words. The fields are ${names}`
}

/** Whether a bare word is read as this literal again. */
export function readsAs(word: string, literal: Literal): boolean {
  const read = readLiteral(word).literal
  return (
    read.kind === literal.kind &&
    read.text === literal.text &&
    spellingOf(read) === spellingOf(literal)
  )
}

/** The spelling that a literal asks for; prefixes and similar words ask for none. */
export function spellingOf(literal: Literal): 'exact' | undefined {
  return literal.kind === 'word' || literal.kind === 'phrase' ? literal.spelling : undefined
}
