import { stem } from '../text/stem.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { certain, type Substitute } from './substitute.ts'
import { isLetters, type TypedWord } from './typed-words.ts'

/** What begins words that some write with a hyphen, others without, and what must follow it. */
const prefixes: readonly (readonly [prefix: string, rest: RegExp])[] = [
  ['anti', /^\p{L}{4}/u],
  ['counter', /^\p{L}{4}/u],
  ['cyber', /^\p{L}{4}/u],
  ['multi', /^(?!pl)\p{L}{4}/u],
  ['non', /^\p{L}{4}/u],
  ['post', /^(?:\p{L}{5}|cold|tax|war)/u],
  ['semi', /^\p{L}{4}/u],
  ['mid', /^(?:\p{L}{4}|air|day|way)/u],
  // Before other letters these begin too many words that are no compounds: report, present, international, common.
  [
    'co',
    /^(?:author|chair|defend|exist|found|host|occup|occur|opera|opt|ordin|own|pilot|sponsor|work)/,
  ],
  ['re', /^e\p{L}{4}/u],
  ['pre', /^(?:e\p{L}{3}|condition|election|flight|launch|positioned|revolution|war)/u],
  ['inter', /^(?:agenc|clan|communal|ethnic|factional|governmental|korean|operab|service|tribal)/],
]

/** Words, by what they share with their inflections, that begin so by accident. */
const ordinary = new Set(
  'antidot antigen antiqu counterpart counterfeit midget midland midlander midnight midst midwif midwive nonplus nonsens postmark postmaster postpon seminar seminary'.split(
    ' ',
  ),
)

/**
 * A hyphenated word of letters is also the joined one (anti-tank, antitank), where the vocabulary has that; a word that begins like
 * a compound is also its parts, where the vocabulary has the second.
 */
export function hyphenSubstitutes(
  words: readonly TypedWord[],
  vocabulary: Vocabulary,
): Substitute[] {
  return [
    ...joinedWords(words, vocabulary),
    ...words.flatMap((word, at) => parted(word, at, vocabulary)),
  ]
}

function joinedWords(words: readonly TypedWord[], vocabulary: Vocabulary): Substitute[] {
  const found: Substitute[] = []
  for (let from = 0; from < words.length; from++) {
    const to = endOfCompound(words, from)
    const parts = words.slice(from, to)
    const joined = parts.map(({ form }) => form).join('')
    if (parts.length > 1 && isKnown(joined, vocabulary)) {
      const text = parts.map(({ raw }) => raw).join('')
      found.push({ from, to, terms: [stem(joined)], text, name: '', weight: certain })
    }
    from = Math.max(from, to - 1)
  }
  return found
}

/** One after the last part of the compound that begins here. */
function endOfCompound(words: readonly TypedWord[], from: number): number {
  const others = words.slice(from).findIndex(({ form }) => !isLetters(form))
  const letters = others < 0 ? words.length : from + others
  const last = words.slice(from, letters).findIndex(({ hyphened }) => !hyphened)
  return last < 0 ? letters : from + last + 1
}

function parted({ form, term, raw }: TypedWord, at: number, vocabulary: Vocabulary): Substitute[] {
  if (ordinary.has(term)) return []
  return prefixes.flatMap(([prefix, pattern]) => {
    const rest = form.slice(prefix.length)
    if (!form.startsWith(prefix) || !pattern.test(rest) || !isKnown(rest, vocabulary)) return []
    const text = `${raw.slice(0, prefix.length)}-${raw.slice(prefix.length)}`
    return [
      { from: at, to: at + 1, terms: [stem(prefix), stem(rest)], text, name: '', weight: certain },
    ]
  })
}

/** Of words that begin alike so many are compared. */
const mostCompared = 50

/** Whether the vocabulary has the word or an inflection of it: what no article has needs no search. */
function isKnown(form: string, vocabulary: Vocabulary): boolean {
  const term = stem(form)
  const shared = form.startsWith(term) ? term : form
  return vocabulary.formsFrom(shared, mostCompared).some((known) => stem(known) === term)
}
