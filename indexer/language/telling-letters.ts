/** A language that is known by its letters: it has all of these, and none of those. */
interface Alphabet {
  readonly language: string
  readonly has: readonly RegExp[]
  readonly lacks?: RegExp
}

// The first that fits decides: letters that several have stand below those that one has.
const alphabets: readonly Alphabet[] = [
  { language: 'kk', has: [/[әғқұү]/, /ұ|қ.*ә|ә.*қ/s] },
  { language: 'tg', has: [/[ӣӯҳҷ]/, /[ғқҳҷ]/], lacks: /[ўөү]/ },
  { language: 'uz', has: [/ў/, /[қғҳ]/] },
  { language: 'tt', has: [/җ/, /ә/] },
  { language: 'ba', has: [/ҙ/, /ә/] },
  { language: 'ky', has: [/ң/, /[өү]/], lacks: /[әқұ]/ },
  { language: 'mn', has: [/ө/, /ү/], lacks: /[ңәқ]/ },
  { language: 'be', has: [/ў/, /і/] },
  { language: 'uk', has: [/[їєґ]/], lacks: /[ыэъ]/ },
  { language: 'mk', has: [/[ѓќѕ]/] },
  { language: 'sr', has: [/[ђћ]/], lacks: /[ыэ]/ },
  { language: 'bg', has: [/ъ/, /щ/], lacks: /[ыэёі]/ },
  { language: 'ug', has: [/[ۇۈۆ]/, /ې/] },
  { language: 'ps', has: [/[ټډړښځڅۍ]/] },
  { language: 'ur', has: [/[ٹڈڑں]/] },
  { language: 'ckb', has: [/[ێۆڕڵ]/] },
  { language: 'fa', has: [/[پچژگ]/, /[کی]/] },
]
const cyrillicOrArabic = /[\u0400-\u04ff\u0600-\u06ff]/

/**
 * The language that the letters of a text give away, '' where they leave it open: what the detector does not know (Kazakh, Tajik,
 * Pashto) and takes for its neighbour. A letter counts from its second time on: names of other languages bring single ones.
 */
export function languageByLetters(text: string): string {
  if (!cyrillicOrArabic.test(text)) return ''
  const letters = lettersSeenTwice(text.toLowerCase())
  const fits = ({ has, lacks }: Alphabet) =>
    has.every((some) => some.test(letters)) && !lacks?.test(letters)
  return alphabets.find(fits)?.language ?? ''
}

function lettersSeenTwice(text: string): string {
  const seen = new Map<string, number>()
  for (const letter of text) seen.set(letter, (seen.get(letter) ?? 0) + 1)
  return Array.from(seen, ([letter, times]) => (times > 1 ? letter : ''))
    .sort()
    .join('')
}
