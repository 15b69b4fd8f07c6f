import { fold } from '../../engine/text/fold.ts'

/** The languages of which month names are read, besides English. Their names come with Node's own locale data. */
const languages =
  'ar ar-MA ar-SY az be bg bs ca cs da de el es et eu fa fi fr he hi hr hu hy id is it ja ka kk ko lt lv mk ms nb nl pl pt ro ru sk sl sq sr sr-Latn sv sw th tr uk ur uz'.split(
    ' ',
  )
const english =
  'january february march april may june july august september october november december'.split(' ')
/** A month named by several languages, and not the same one: _listopad_ is November in Czech and October in Croatian. */
const disputed = 0

let namesOfAll: ReadonlyMap<string, number> | undefined
const namesByLanguage = new Map<string, ReadonlyMap<string, number>>()

/**
 * The month that a word names, from 1; undefined when it names none. English names may be shortened to three letters or more. What
 * languages disagree about is decided by `language` (BCP 47, '' when unknown) and else names none.
 */
export function monthNamed(word: string, language: string): number | undefined {
  const name = fold(word).replace(/\.$/, '')
  const month = monthIn(language, name) ?? englishMonth(name)
  if (month !== undefined) return month
  namesOfAll ??= joinNames()
  const named = namesOfAll.get(name)
  return named === disputed ? undefined : named
}

function monthIn(language: string, name: string): number | undefined {
  const [primary = ''] = language.split('-')
  return /^[a-z]{2,3}$/.test(primary) && primary !== 'en' ? namesOf(primary).get(name) : undefined
}

/** "Sept" is September; "sepp" and "septembers" are nothing. */
function englishMonth(name: string): number | undefined {
  if (name.length < 3) return undefined
  const month = english.findIndex((full) => full.startsWith(name))
  return month < 0 ? undefined : month + 1
}

function joinNames(): Map<string, number> {
  const names = new Map<string, number>()
  for (const language of languages) {
    for (const [name, month] of namesOf(language)) {
      names.set(name, (names.get(name) ?? month) === month ? month : disputed)
    }
  }
  return names
}

/** Long and short, standing alone and as they stand beside a day. */
function namesOf(language: string): ReadonlyMap<string, number> {
  const known = namesByLanguage.get(language)
  if (known) return known
  const names = new Map<string, number>()
  for (const options of forms) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, options)
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2024, month - 1, 15))
      const name = parts.find((part) => part.type === 'month')?.value ?? ''
      if (/\p{L}/u.test(name)) names.set(fold(name).replace(/\.$/, ''), month)
    }
  }
  namesByLanguage.set(language, names)
  return names
}

const forms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long', timeZone: 'UTC' },
  { month: 'short', timeZone: 'UTC' },
  { month: 'long', day: 'numeric', timeZone: 'UTC' },
  { month: 'short', day: 'numeric', timeZone: 'UTC' },
]
