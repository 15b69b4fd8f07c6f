import { queryFields } from './fields.ts'
import { isAddress, lex } from './lex.ts'
import type { Literal } from './query.ts'

/** A word as understood, and what its writer should know about it. */
export interface ReadLiteral {
  readonly literal: Literal
  readonly problem: string | undefined
}

const fewestForPrefix = 2

/** Reads a bare word with its signs: `deliver*`, `dehgan~`, `=delivery`. What is no sign where it stands belongs to the word. */
export function readLiteral(word: string): ReadLiteral {
  if (word.startsWith('=') && word.length > 1) {
    const text = word.slice(1)
    return { literal: { kind: 'word', text, spelling: 'exact' }, problem: exactProblem(text) }
  }
  if (isAddress(word)) return { literal: { kind: 'word', text: word }, problem: undefined }
  return (
    readPrefix(word) ??
    readSimilar(word) ?? { literal: { kind: 'word', text: word }, problem: wordProblem(word) }
  )
}

/** Reads a word of a phrase whose words may stand apart: what would mean something else outside the quotation marks is a phrase. */
export function readApart(piece: string): ReadLiteral {
  const [lexeme, ...others] = lex(piece)
  const isBare = others.length === 0 && lexeme?.kind === 'word' && lexeme.value === piece
  return isBare
    ? readLiteral(piece)
    : {
        literal: piece.startsWith('=')
          ? { kind: 'phrase', text: piece.slice(1), spelling: 'exact' }
          : { kind: 'phrase', text: piece },
        problem: undefined,
      }
}

function readPrefix(word: string): ReadLiteral | undefined {
  let end = word.length
  while (word.charAt(end - 1) === '*') end--
  const text = word.slice(0, end)
  if (end === word.length || hasSign(text) || countLetters(text) < fewestForPrefix) return undefined
  return { literal: { kind: 'prefix', text }, problem: fieldProblem(text) }
}

function readSimilar(word: string): ReadLiteral | undefined {
  const tilde = word.lastIndexOf('~')
  const [text, edits] = [word.slice(0, tilde), word.slice(tilde + 1)]
  if (tilde < 0 || !/^\d*$/.test(edits) || hasSign(text) || countLetters(text) === 0)
    return undefined
  const problem = ['', '1', '2'].includes(edits)
    ? fieldProblem(text)
    : `Similar spellings have one or two letters changed; “${text}~${edits}” is searched as ${text}~.`
  return { literal: { kind: 'similar', text }, problem }
}

const hasSign = (text: string) => text.includes('*') || text.includes('~')

const letter = /[\p{L}\p{N}]/gu
const countLetters = (text: string) => text.match(letter)?.length ?? 0

function exactProblem(text: string): string | undefined {
  if (countLetters(text) === 0 || isAddress(text)) return undefined
  if (fieldIn(text) !== undefined)
    return `The = stands right before the word, behind the field: ${fieldIn(text) ?? ''}:=word.`
  return hasSign(text)
    ? `“=${text}” is searched in this spelling only; * and ~ have no meaning with it.`
    : undefined
}

function wordProblem(word: string): string | undefined {
  if (/^~\d+$/.test(word))
    return `“${word}” is searched as a number. A distance stands right behind quotation marks: "two words"${word}.`
  if (countLetters(word) === 0) return undefined
  return starProblem(word) ?? fieldProblem(word)
}

function starProblem(word: string): string | undefined {
  if (word.includes('*'))
    return `A * stands for the rest of a word, behind ${fewestForPrefix} letters or digits at least; in “${word}” it is ignored.`
  return word.includes('~')
    ? `A ~ stands at the end of a word, for similar spellings; in “${word}” it is ignored.`
    : undefined
}

/** Why a phrase does not mean what its writer may expect; undefined for an ordinary one. */
export function phraseProblem(phrase: string): string | undefined {
  return /[\p{L}\p{N}][*~](?:\s|$)/u.test(phrase)
    ? 'Inside quotation marks * and ~ have no meaning; for words side by side write first NEAR/0 second*.'
    : undefined
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
