import { canonicalTag } from '../../engine/languages.ts'
import { askDetector, isKnownToDetector } from './detector.ts'
import { isHardlyEnglish, isPlainlyEnglish } from './english.ts'
import { sampleOf, wordsOfSample } from './sample.ts'
import { languageByLetters } from './telling-letters.ts'
import { betweenTwins } from './twins.ts'

/** Below this a text says little: a headline of names could be of any language. Chinese and Korean say as much in a third. */
const fewestLetters = 60
const fewestSyllables = 20
const syllables = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu
/** What the detector cannot tell apart: of a group the declared one is believed. */
const groups: readonly (readonly string[])[] = [
  ['sr', 'hr', 'bs', 'sh', 'cnr'],
  ['ms', 'id'],
  ['no', 'nb', 'nn'],
  ['tl', 'fil'],
  ['fa', 'prs'],
  ['ku', 'ckb', 'kmr'],
]

/**
 * The language of a text as a BCP 47 tag. The text decides where it is long enough and the detector sure; of what is declared the
 * region is kept where the language is the same (en-GB), and the language where the detector does not know it or cannot tell it
 * from its twin (Indonesian from Malay). Otherwise it is what is declared, '' where nothing is.
 */
export function detectLanguage(text: string, declared: string): string {
  const tag = canonicalTag(declared)
  const sample = sampleOf(text)
  const language = isPlainlyEnglish(sample) ? 'en' : languageOfWords(wordsOfSample(sample))
  if (language === '') return declaredOf(tag, sample)
  const [primary = ''] = tag.split('-')
  return tag !== '' && (primary === language || isBetterKnown(primary, language)) ? tag : language
}

/** Templates declare English for texts in any language. */
function declaredOf(tag: string, sample: string): string {
  return tag.split('-')[0] === 'en' && isHardlyEnglish(sample) ? '' : tag
}

function languageOfWords(words: string): string {
  if (!isLongEnough(words)) return ''
  const byLetters = languageByLetters(words)
  if (byLetters !== '') return byLetters
  const { language, isSure } = askDetector(words)
  return isSure ? betweenTwins(language, words) : ''
}

function isLongEnough(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  return (
    letters >= fewestLetters ||
    (letters >= fewestSyllables && (words.match(syllables)?.length ?? 0) >= fewestSyllables)
  )
}

/** Whether the declared language is to be believed although another one was detected. */
function isBetterKnown(declared: string, detected: string): boolean {
  if (groups.some((group) => group.includes(declared) && group.includes(detected))) return true
  return (
    detected !== 'en' && !isKnownToDetector(declared) && scriptOf(declared) === scriptOf(detected)
  )
}

function scriptOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script
}
