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

/** Why a value is not what its writer may expect; undefined for an ordinary one. */
export function fieldValueProblem(field: ValueField, value: string): string | undefined {
  switch (field.kind) {
    case 'facet':
      return /^=.|[*~]\d*$/su.test(value)
        ? `Signs have no meaning in “${value}”: names that contain the words are found anyway.`
        : undefined
    case 'language':
      return isLanguageTag(value)
        ? undefined
        : `“${value}” is not the code of a language like en, ru or fa; it is searched as words.`
    case 'date':
      return periodOf(value)
        ? undefined
        : `“${value}” is not a date like 2016, 2016-04 or 2016-04-11; it is searched as words.`
  }
}
