import type { FacetName } from '../../engine/article.ts'
import type { Target } from '../corrections/find-target.ts'
import { facets } from '../facets.ts'
import { counted } from './counting.ts'
import { buildLayout, type HiddenField, type Layout } from './layout.ts'

/** Asks which value a typed name stands for, before anything is corrected. */
export interface ChoicePage {
  readonly layout: Layout
  readonly heading: string
  readonly explanation: string
  /** What the form had, to be sent again. */
  readonly hidden: readonly HiddenField[]
  readonly choices: readonly {
    readonly id: string
    readonly name: string
    readonly articles: string
  }[]
  readonly newLabel: string
  readonly back: string
}

/** A name that a reader typed, and what it was found to stand for. */
interface OpenName {
  readonly facet: FacetName
  readonly name: string
  readonly found:
    { readonly kind: 'several'; readonly targets: readonly Target[] } | { readonly kind: 'none' }
}

/** Fields of the form that are sent again. */
const kept = new Set(['do', 'facet', 'value', 'article', 'where', 'name', 'surface', 'back'])

export function buildChoicePage(
  { facet, name, found }: OpenName,
  {
    fields,
    counts,
    back,
  }: {
    readonly fields: readonly (readonly [string, unknown])[]
    readonly counts: ReadonlyMap<string, number>
    readonly back: string
  },
): ChoicePage {
  const { noun, plural } = facets[facet]
  const targets = found.kind === 'several' ? found.targets : []
  return {
    layout: buildLayout(`Which ${noun}?`, 'corrections'),
    heading:
      found.kind === 'several'
        ? `Which ${noun} is “${name}”?`
        : `There is no ${noun} called “${name}” yet`,
    explanation:
      found.kind === 'several'
        ? `Several ${plural} have this name. Nothing has been changed so far.`
        : 'Perhaps it is spelled otherwise here: go back and try again. Nothing has been changed so far.',
    hidden: fields.flatMap(([field, value]) =>
      kept.has(field) && typeof value === 'string' ? [{ name: field, value }] : [],
    ),
    choices: targets.map(({ id, name: target }) => ({
      id,
      name: target,
      articles: counted(counts.get(id) ?? 0, 'article'),
    })),
    newLabel: `Make “${name}” a new ${noun}`,
    back,
  }
}
