/** What a UTF-16 unit is to the analysis; 0 separates. */
export const letterOrDigit = 1
/** Stands inside a chunk when a letter or digit follows: dashes, apostrophes, full stop, comma. */
export const joiner = 2
/** Soft hyphens and zero-width characters: part of a word, but not of its spelling. */
export const invisible = 3

/** Half of a character beyond U+FFFF: `kindAt` reads the whole one. */
const surrogate = 4

const word = /[\p{L}\p{N}\p{M}]/u

const joiners = "-‐‑‒–−'’‘ʼ＇.,"
const invisibles = '\u00ad\u200b\u200c\u200d\u2060\ufeff'

/** The class of each UTF-16 unit. Built at import in a few milliseconds: a table is far faster than a regular expression per text. */
export const characterClass: Uint8Array = buildClasses()

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
    if (isSurrogate) classes[unit] = surrogate
    else if (word.test(String.fromCharCode(unit))) classes[unit] = letterOrDigit
  }
  for (const character of joiners) classes[character.charCodeAt(0)] = joiner
  for (const character of invisibles) classes[character.charCodeAt(0)] = invisible
  return classes
}

/** Dashes that join: hyphens, figure and en dash, minus; not the em dash. */
export const isDash = (character: string) => '-‐‑‒–−'.includes(character)

/** Apostrophes, straight and curly, and quotation marks used for them. */
export const isApostrophe = (character: string) => "'’‘ʼ＇".includes(character)

/** The class of the unit at a place, for a surrogate that of its whole character: letters of rare scripts hold, emoji separate. */
export function kindAt(text: string, at: number): number | undefined {
  const kind = characterClass[text.charCodeAt(at)]
  if (kind !== surrogate) return kind
  const isSecond = at > 0 && isLow(text.charCodeAt(at)) && !isLow(text.charCodeAt(at - 1))
  const whole = String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0)
  return word.test(whole) ? letterOrDigit : 0
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
