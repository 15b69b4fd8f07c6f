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
}
const asciiOnly = /^[\x00-\x7f]*$/
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Drops soft hyphens and zero-width characters, which belong to the layout and not to the word. */
export function withoutInvisible(word: string): string {
  return asciiOnly.test(word) ? word : word.replace(invisible, '')
}

/** Lower case without accents, compatibility forms and invisible characters: `Erdoğan` and `erdogan` fold to one. */
export function fold(word: string): string {
  if (asciiOnly.test(word)) return word.toLowerCase()
  return withoutInvisible(word)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøßæœđðþıħə]/g, (letter) => letters[letter] ?? letter)
}
