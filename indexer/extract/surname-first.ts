import type { Lists } from './lists.ts'

/** Words of the languages that write the surname first, by their sound: Jinping, Guangcheng, Geun, Hye, Thaek. */
const syllable =
  '(?:zh|ch|sh|th|ph|ng|nh|kh|kw|gw|hw|ts|tr|[bcdfghjklmnpqrstwxyz])?(?:yeo|yae|wae|iao|uai|oai|[aeiouy]{1,2})(?:ng|nh|ch|[knlmprgt])?'
const oneSyllable = new RegExp(`^${syllable}$`)
const twoSyllables = new RegExp(`^${syllable}${syllable}$`)

/**
 * Whether the words of a name, folded, are one of those that begin with the surname, as Chinese, Korean and Vietnamese names do:
 * a surname of the list before one or two words of the right sound. Kim Jong Un and Sun Zhe are, Kim Kardashian and Sun Valley are not.
 */
export function isSurnameFirst(keys: readonly string[], lists: Lists): boolean {
  const [surname = '', ...given] = keys
  if (!lists.isKind(surname, 'surname-first')) return false
  if (given.length === 1) return given.every((key) => key.length > 1 && soundsRight(key))
  return given.length === 2 && given.every((key) => key.length > 1 && oneSyllable.test(key))
}

function soundsRight(key: string): boolean {
  return key.length < 11 && (oneSyllable.test(key) || twoSyllables.test(key))
}
