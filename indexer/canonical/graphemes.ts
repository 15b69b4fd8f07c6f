/** A vowel or a consonant of a word, written with one letter or several. */
export interface Grapheme {
  readonly kind: 'vowel' | 'consonant'
  /** As one of the ways to write it that mean nothing: v for w, u for ou, i for y. */
  readonly letters: string
  /** Stands for all consonants of which transliterations write any for the same sound; '' for a vowel. */
  readonly class: string
}

// Longer groups before their letters. An h that ends a word behind a vowel is silent: Abdullah.
const written =
  /[aeiouy]+(?:h$)?|shch|sch|dzh|tch|sh|ch|cz|kh|gh|zh|ph|th|dh|ts|tz|dj|ck|qu|[^aeiouy]/g

/** The sounds of a folded word as they are written, without what is only another way to write the same: Zelenskyy is Zelenski. */
export function graphemesOf(word: string): Grapheme[] {
  const sounds: Grapheme[] = []
  for (const group of word.replace(/ff$/, 'v').replaceAll('x', 'ks').match(written) ?? []) {
    const next = known.get(group) ?? grapheme(group)
    known.set(group, next)
    if (sounds.at(-1)?.letters !== next.letters) sounds.push(next)
  }
  return sounds
}

/** There are some hundred groups of letters. */
const known = new Map<string, Grapheme>()

const plainConsonants: ReadonlyMap<string, string> = new Map([
  ['w', 'v'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['dzh', 'j'],
  ['dj', 'j'],
  ['tch', 'ch'],
  ['cz', 'ch'],
])

const classes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: ['q', 'g', 'kh', 'gh', 'c', 'qu', 'ch', 'h', 'j', 'zh'],
    s: ['z', 'ts', 'tz', 'sh', 'sch', 'shch'],
    t: ['th'],
    d: ['dh'],
    f: ['v'],
  }).flatMap(([name, members]) => members.map((letters) => [letters, name] as const)),
)

function grapheme(group: string): Grapheme {
  if (/^[aeiouy]/.test(group)) return { kind: 'vowel', letters: plainVowel(group), class: '' }
  const letters = plainConsonants.get(group) ?? group
  return { kind: 'consonant', letters, class: classes.get(letters) ?? letters }
}

function plainVowel(group: string): string {
  return group
    .replace(/h$/, '')
    .replace(/ou|oo/g, 'u')
    .replace(/ee|y/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

/**
 * The consonants of a word by their classes, without vowels: equal for most spellings of one word, and for few other words. What
 * names are looked up by.
 */
export function skeletonOf(sounds: readonly Grapheme[]): string {
  let skeleton = ''
  let last = ''
  for (const sound of sounds) {
    if (sound.class === '' || sound.class === last) continue
    skeleton += sound.class
    last = sound.class
  }
  return skeleton
}
