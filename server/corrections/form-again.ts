import type { Request } from 'express'
import { optionalField } from '../forms.ts'
import { facetTable } from '../facets.ts'
import type { SentForm } from '../view-models/correct-form.ts'
import { readMeant, type Meant } from './read-meant.ts'
import type { Site } from '../site.ts'

/** A form that lacks its name, to be filled in again. */
export interface FormAgain {
  readonly meant: Meant
  readonly sent: SentForm
}

const missing: ReadonlyMap<string, string> = new Map([
  ['merge', 'Write the name of the other value.'],
  ['rename', 'Write the new name.'],
])

/** Undefined for a form that has what it needs, or is no form for a value. Throws NotFound where the value is gone. */
export function formAgain({ archive }: Site, request: Request): FormAgain | undefined {
  const field = (name: string) => optionalField(request, name)
  const problem = missing.get(field('do'))
  const facet = facetTable.find(({ name }) => name === field('facet'))
  if (!problem || !facet || field('value') === '') return undefined
  if (field('name').trim() !== '' || field('into') !== '') return undefined
  const address = new URLSearchParams({
    [facet.parameter]: field('value'),
    article: field('article'),
    back: field('back'),
  })
  return {
    meant: readMeant(archive, address),
    sent: {
      problem,
      action: field('do'),
      note: field('note'),
      isEverywhere: field('where') === 'everywhere',
    },
  }
}
