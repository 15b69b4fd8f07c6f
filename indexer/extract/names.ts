import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js'

const cyrillic = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    є: 'ye',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  }),
)
// Letters that Unicode does not take apart into a base letter and a mark.
const special = new Map(
  Object.entries({
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ð: 'd',
    ə: 'a',
  }),
)

/** Lower case in plain Latin letters: accents off, Cyrillic transliterated as weapon designators are (С-300 → s-300). */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase()
  if (/^[\x00-\x7F]*$/.test(lower)) return lower
  return lower
    .replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłøđßæœþðə]/g, (letter) => special.get(letter) ?? letter)
}

/**
 * The readable id of a name: `Hossein Dehghan` → `hossein-dehghan`. Scripts without Latin letters keep their own;
 * a name without any letter or digit becomes `unnamed`.
 */
export function slug(name: string): string {
  const id = foldLetters(name)
    .replace(/['’ʼʻ‘.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? 'unnamed' : id
}

/**
 * Whether two folded surnames are spellings of one name: Jaro-Winkler of at least 0.89 and the same first letter.
 * Only meaningful beside an equal first name: Khamenei and Khomeini pass as surnames, and are two men.
 */
export function areCloseSpellings(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 4 || b.length < 4 || !b.startsWith(a.charAt(0))) return false
  return JaroWinklerDistance(a, b, {}) >= 0.89
}
