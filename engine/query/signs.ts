const space = /\s/
const quotes = '"“”„‟«»＂'
const dashes = '-−–‐‑'

/** Any white space. False for '', the end of a text. */
export const isSpace = (character: string) => space.test(character)

/** Straight, curly, low, angled and full-width quotation marks: any of them opens, any closes. */
export const isQuote = (character: string) => character !== '' && quotes.includes(character)

/** A hyphen or any dash that keyboards and word processors put in its place. */
export const isMinus = (character: string) => character !== '' && dashes.includes(character)

export const isOpening = (character: string) => character === '(' || character === '（'

export const isClosing = (character: string) => character === ')' || character === '）'

/** Ends a bare word: white space, a quotation mark, a parenthesis or the end of the text. */
export function isBreak(character: string): boolean {
  return (
    character === '' ||
    isSpace(character) ||
    isQuote(character) ||
    isOpening(character) ||
    isClosing(character)
  )
}
