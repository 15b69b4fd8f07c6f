import type { Evidence, FacetValue } from '../../engine/article.ts'
import type { Resolvable } from '../../engine/archive/extracted.ts'
import type { Add, Merge, Split, Step } from './correction.ts'
import type { ListedBy } from './listed-values.ts'
import { isWritten, placesOfSpelling } from './spelling-places.ts'
import type { Target, ValueSet } from './value-set.ts'

/** What a value is there by where nothing else found it; readers see it. */
export const rules = {
  merge: 'joined by a correction',
  split: 'set apart by a correction',
  add: 'added by a correction',
} as const

/** Does to the values of one facet of an article what a correction says. Returns whether there was anything to do. */
export function takeStep(
  article: Resolvable,
  values: ValueSet,
  step: Step,
  listed: ListedBy,
): boolean {
  if (step.do === 'add') return addValue(article, values, step, listed)
  const value = values.get(step.value)
  if (!value) return false
  switch (step.do) {
    case 'reject':
      values.remove(step.value)
      return true
    case 'merge':
      values.replace(value, targetOf(step, value.name, rules.merge, listed))
      return true
    case 'split':
      return setApart(article, values, value, step, listed)
  }
}

function addValue(article: Resolvable, values: ValueSet, step: Add, listed: ListedBy): boolean {
  const mentions = placesOfSpelling(article, step.surface)
    .filter((at) => !values.hasLonger(at, step.value))
    .map((at) => ({ ...at, rule: rules.add }))
  if (step.facet === 'outlet') {
    if (!isOutletFor(step, mentions, values)) return false
    for (const { id } of values.values()) if (id !== step.value) values.remove(id)
  } else if (mentions.length === 0) return false
  values.give(mentions, {
    id: step.value,
    name: step.name,
    rule: rules.add,
    broader: listed(step.facet, step.value)?.broader ?? [],
  })
  return true
}

/** A reader may know the outlet of one article from elsewhere. That others mention it does not make it theirs. */
function isOutletFor(step: Add, mentions: readonly Evidence[], values: ValueSet): boolean {
  if (step.article !== undefined) return true
  return mentions.length > 0 && values.values().every(({ id }) => id === step.value)
}

function setApart(
  article: Resolvable,
  values: ValueSet,
  value: FacetValue,
  step: Split,
  listed: ListedBy,
): boolean {
  if (step.surface === '') return false
  const mentions = value.evidence.filter((at: Evidence) => isWritten(article, at, step.surface))
  if (mentions.length === 0) return false
  values.move(value, mentions, targetOf(step, step.surface, rules.split, listed))
  return true
}

function targetOf(step: Merge | Split, unnamed: string, rule: string, listed: ListedBy): Target {
  const { facet, into: id } = step
  const known = listed(facet, id)
  const name = step.name === '' ? (known?.name ?? unnamed) : step.name
  return { id, name, rule, broader: known?.broader ?? [] }
}
