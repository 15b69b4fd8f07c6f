import { invisibles } from './characters.ts'

// Letters that Unicode does not take apart into a base letter and a mark.
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
  ŧ: 't',
  ς: 'σ',
}
const asciiOnly = /^[\x00-\x7f]*$/

/** A word in Unicode's compatibility form, without what belongs to the layout and not to the word: soft hyphens and such. */
export function compatible(word: string): string {
  return asciiOnly.test(word) ? word : word.replace(invisibles, '').normalize('NFKC')
}

/**
 * Lower case without accents, compatibility forms and invisible characters: `Erdoğan` and `erdogan` fold to one.
 * Never holds white space, although some ligatures stand for several words.
 */
export function fold(word: string): string {
  if (asciiOnly.test(word)) return word.toLowerCase()
  return word
    .replace(invisibles, '')
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase()
    .replace(/[łøßæœđðþıħəŧς]/g, (letter) => letters[letter] ?? letter)
}
