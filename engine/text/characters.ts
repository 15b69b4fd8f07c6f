/** What a UTF-16 unit is to the analysis; 0 separates. */
export const letterOrDigit = 1
/** Stands inside a chunk when a letter or digit follows: dashes, apostrophes, full stop, comma. */
export const joiner = 2
/** Soft hyphens, zero-width characters and marks of direction: part of a word, but not of its spelling. */
export const invisible = 3

/** Half of a character beyond U+FFFF: `kindAt` reads the whole one. */
const surrogate = 4

const word = /[\p{L}\p{N}\p{M}]/u

const dashes = '-‐‑‒–−⁃˗﹣－'
const apostrophes = "'’‘‛ʼʻʽʾʿʹ＇`´"
const joiners = `${dashes}${apostrophes}.,`

/** Matches each invisible character. */
export const invisibles =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** The class of each UTF-16 unit. Built at import in a few milliseconds: a table is far faster than a regular expression per text. */
export const characterClass: Uint8Array = buildClasses()

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    if (unit >= 0xd800 && unit <= 0xdfff) classes[unit] = surrogate
    else if (character.search(invisibles) === 0) classes[unit] = invisible
    else if (word.test(character)) classes[unit] = letterOrDigit
  }
  for (const character of joiners) classes[character.charCodeAt(0)] = joiner
  return classes
}

/** Dashes that join: hyphens, figure and en dash, minus; not the em dash. */
export const isDash = (character: string) => dashes.includes(character)

/** Apostrophes, straight and curly, and the marks used for them in names (Ma'rib, Maʿrib) and by old keyboards. */
export const isApostrophe = (character: string) => apostrophes.includes(character)

/** The class of the unit at a place, 0 past the end; for a surrogate that of its whole character: letters of rare scripts hold, emoji separate. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const kind = characterClass[text.charCodeAt(at)] ?? 0
  return kind === surrogate ? kindOfPair(text, at) : kind
}

function kindOfPair(text: string, at: number): number {
  const isSecond = at > 0 && isLow(text.charCodeAt(at)) && !isLow(text.charCodeAt(at - 1))
  const whole = String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0)
  return word.test(whole) ? letterOrDigit : 0
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
