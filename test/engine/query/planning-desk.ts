import type { FacetName, FacetValue } from '../../../engine/article.ts'
import { parse } from '../../../engine/query/parse.ts'
import type { Alternative } from '../../../engine/query/plan.ts'
import { planQuery, type PlannedQuery } from '../../../engine/query/plan-query.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import { LetterForms } from '../../../engine/text/letter-forms.ts'
import type { Vocabulary } from '../../../engine/vocabulary/vocabulary.ts'
import { noFacets, openTestArchive, record } from '../archive/test-archive.ts'

/** A value that an article names: facet, id, name, the spellings in the text, and what stands above it. */
export interface Named {
  readonly facet: FacetName
  readonly id: string
  readonly name: string
  readonly spellings?: readonly string[]
  readonly broader?: FacetValue['broader']
}

/** An archive of articles that name values, and its words: enough to plan queries. */
export interface PlanningDesk {
  /** Adds articles: each names these values and says nothing else. */
  name(...articles: readonly (readonly Named[])[]): void
  /** Adds words to the vocabulary. */
  write(text: string): void
  plan(typed: string, spelling?: 'any' | 'exact'): PlannedQuery
  /** The terms of each alternative of a query of one word or phrase, with the ids that it is bound to. */
  alternatives(typed: string, spelling?: 'any' | 'exact'): string[]
  close(): void
}

export function openPlanningDesk(): PlanningDesk {
  const open = openTestArchive()
  const forms = new Set<string>()
  let files = 0
  const plan: PlanningDesk['plan'] = (typed, spelling = 'any') =>
    planQuery({ query: parse(typed).query, spelling }, open.archive, vocabularyOf(forms))
  return {
    plan,
    name: (...articles) => {
      for (const named of articles) {
        files++
        open.commit(articleOf(named, `/${files}.txt`))
      }
    },
    write: (text) => {
      for (const form of analyse(text).forms) forms.add(form)
    },
    alternatives: (typed, spelling) => {
      const planned = plan(typed, spelling).plan
      if (planned.kind !== 'words') throw new Error(`${typed} was planned as ${planned.kind}.`)
      return planned.alternatives.map(written)
    },
    close: () => {
      open.remove()
    },
  }
}

function written({ terms, among }: Alternative): string {
  return among ? `${terms.join(' ')} @ ${among.ids.join(', ')}` : terms.join(' ')
}

function articleOf(named: readonly Named[], file: string) {
  const text = named.map(({ name, spellings }) => (spellings ?? [name]).join('; ')).join('; ')
  const facets = { ...noFacets }
  for (const value of named) facets[value.facet] = [...facets[value.facet], facetValue(value, text)]
  return record({ file, title: file, text, facets })
}

function facetValue({ id, name, spellings = [name], broader = [] }: Named, text: string) {
  const evidence = spellings.map((spelling) => {
    const start = text.indexOf(spelling)
    return { field: 'text' as const, start, end: start + spelling.length }
  })
  return { id, name, evidence, rule: 'list', broader }
}

function vocabularyOf(forms: ReadonlySet<string>): Vocabulary {
  const sorted = [...forms].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return {
    formsFrom: (prefix, limit) => sorted.filter((form) => form.startsWith(prefix)).slice(0, limit),
    letterForms: () => new LetterForms(sorted.filter((form) => /^\p{L}+$/u.test(form)).join('\n')),
  }
}
