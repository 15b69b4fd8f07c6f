import { periodOf } from '../dates.ts'
import type { QueryField } from './fields.ts'
import type { Query } from './query.ts'

/** The fields that ask for a value of an article and not for its words. */
export type ValueField = Exclude<QueryField, { readonly kind: 'text' }>

/** What a value asks for in a field; undefined for a date or language that is none. */
export function readFieldValue(field: ValueField, value: string): Query | undefined {
  switch (field.kind) {
    case 'facet':
      return { kind: 'facet', facet: field.facet, name: value }
    case 'language':
      return isLanguageTag(value) ? { kind: 'language', tag: value } : undefined
    case 'date':
      if (!periodOf(value)) return undefined
      return {
        kind: 'dates',
        from: field.bound === 'before' ? '' : value,
        to: field.bound === 'after' ? '' : value,
      }
  }
}

/** Language, script and region of a BCP 47 tag, in any case: `en`, `pt-BR`, `sr-Cyrl`. */
export const isLanguageTag = (value: string) =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(value)

/** A value as it is searched: without = before it, and without stars and tildes at its ends, with or without a number. */
export function withoutSigns(value: string): string {
  let [start, end] = [0, value.length]
  while (start < end && /[=*~\s]/.test(value.charAt(start))) start++
  for (let cut = signsFrom(value, end); cut < end && cut > start; cut = signsFrom(value, end))
    end = cut
  return value.slice(start, end)
}

/** Where the last sign or space begins that ends a value at `end`; `end` where there is none. */
function signsFrom(value: string, end: number): number {
  if (/[*\s]/.test(value.charAt(end - 1))) return end - 1
  let at = end
  while (/\d/.test(value.charAt(at - 1))) at--
  return value.charAt(at - 1) === '~' ? at - 1 : end
}

/** Why a value is not what its writer may expect; undefined for an ordinary one. */
export function fieldValueProblem(field: ValueField, typed: string): string | undefined {
  const value = withoutSigns(typed)
  if (field.kind === 'language' && !isLanguageTag(value))
    return `“${value}” is not the code of a language like en, ru or fa; it is searched as words.`
  if (field.kind === 'date' && !periodOf(value))
    return `“${value}” is not a date like 2016, 2016-04 or 2016-04-11; it is searched as words.`
  return value === typed
    ? undefined
    : `Signs have no meaning in a value: “${typed}” is searched as “${value}”. Names that contain the words are found anyway.`
}
