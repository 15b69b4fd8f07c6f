const onsets = 'b d f g h j k l m n p r s t v z br dr gr kr pl sh st tr'.split(' ')
const vowels = 'a e i o u ai ei ou'.split(' ')

/**
 * A word that no article has, by its number: the same number gives the same word. Capitalised, three syllables,
 * 7 million different ones.
 */
export function inventedWord(number: number): string {
  let rest = number
  let word = ''
  for (let syllable = 0; syllable < 3; syllable++) {
    word += onsets[rest % onsets.length] ?? ''
    rest = Math.floor(rest / onsets.length)
    word += vowels[rest % vowels.length] ?? ''
    rest = Math.floor(rest / vowels.length)
  }
  // Ends in a consonant that no inflection ends in, so that no two of them share a stem.
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}k`
}

/**
 * How many invented words have come into use when the article of this number (from 0) is written: the vocabulary of a real archive
 * grows more slowly the larger it is. With two words an article, drawn from these, 100,000 articles have some 100,000 of them and a
 * million some 600,000; 18,855 real articles have 84,000 terms, 24,000 of them after the first 9,000.
 */
export function inventedSoFar(article: number): number {
  return Math.floor(150 * (article + 1) ** 0.6)
}
