import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { listedBases, uninflected } from './irregular.ts'
import { americanSpelling } from './spelling.ts'

const porter = (word: string) => PorterStemmer.stem(word)

/**
 * The form that a word shares with its inflections and its other spelling: deliveries → delivery, defences → defense.
 * Porter's stemmer is the judge of whether an ending is one, but its own stems are not used:
 * they also join words of one family (news and new, general and generation), which a researcher keeps apart.
 */
export function stem(word: string): string {
  if (word.length < 4 || uninflected.has(word) || !/^[a-z]+$/.test(word)) return word
  const base = baseForm(word)
  // Shootings are a shooting, which is a form of shoot.
  const twice = base !== word && base.endsWith('ing') && !uninflected.has(base)
  return withoutSilentE(americanSpelling(twice ? baseForm(base) : base))
}

function baseForm(word: string): string {
  const listed = listedBases.get(word)
  if (listed !== undefined) return listed
  const possible = candidates(word)
  const [only] = possible
  // Porter's judgement fails for what is as short as try, and for -ence and -ance.
  if (only === undefined || /^[^aeiou]{2}y$/.test(only)) return only ?? word
  if (possible.length === 1 && /[^aeiou]ce$/.test(only)) return only
  const whole = porter(word)
  return possible.find((base) => base.length >= 3 && porter(base) === whole) ?? word
}

/** What a word may be an inflection of, likeliest first. */
function candidates(word: string): string[] {
  if (!/[sdg]$/.test(word) || /(?:ss|us|is)$/.test(word)) return []
  if (/(?:ies|ied)$/.test(word)) return [`${word.slice(0, -3)}y`]
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  return word.endsWith('s') ? [word.slice(0, -1)] : verbCandidates(word)
}

function verbCandidates(word: string): string[] {
  const ending = /(?:ed|ing)$/.exec(word)
  const base = word.slice(0, ending?.index ?? 0)
  if (!/[aeiouy]/.test(base)) return []
  if (/[^aeiou]c$/.test(base)) return [`${base}e`]
  const single = /([^aeiou])\1$/.test(base) ? [base.slice(0, -1)] : []
  return [base, `${base}e`, ...single]
}

/** provide and provid(ed) meet; make and hope keep the e that makes them other words than mak and hop. */
function withoutSilentE(word: string): string {
  if (word.length < 5 || !word.endsWith('e')) return word
  const bare = word.slice(0, -1)
  return porter(bare) === porter(word) ? bare : word
}
