import type { FacetName } from '../../engine/article.ts'
import type { Correction, Effects, TakenStep } from '../../indexer/pipeline.ts'
import { showDate } from '../show-date.ts'

/** What a correction did to a value of an article, with the way back. */
export interface Trace {
  readonly text: string
  /** The correction that a click takes back; '' where a click says that two values are not one. */
  readonly undo: string
  /** The value that a click sets apart from the one that it was joined with; '' for an undo. */
  readonly part: string
  readonly partName: string
}

/** What corrections made of one value, in their order. */
export function tracesOf(effects: Effects, facet: FacetName, id: string): Trace[] {
  const taken = effects.taken.flatMap((each, nth) => {
    const text = each.step.facet === facet ? describeStep(effects, each, nth, id) : ''
    return text === ''
      ? []
      : [{ text: `${text} ${byCorrection(each.step)}`, undo: each.step.id, part: '', partName: '' }]
  })
  const joined = effects.joined
    .filter((each) => each.facet === facet && each.into === id)
    .map(({ name, id: part }) => ({
      partName: name,
      text: `“${name}” was joined with it, because the names are found to be of one`,
      undo: '',
      part,
    }))
  const name = effects.renamed.findLast((each) => each.facet === facet && each.value === id)
  const named = name
    ? [{ text: `Named so ${byCorrection(name)}`, undo: name.id, part: '', partName: '' }]
    : []
  return [...joined, ...taken, ...named]
}

/** The values that corrections took out of an article, and that it does not have from elsewhere. */
export function removedFrom(
  effects: Effects,
  facet: FacetName,
  present: ReadonlySet<string>,
): Trace[] {
  const removed = new Map<string, Trace>()
  for (const { step, before } of effects.taken) {
    if (step.do !== 'reject' || step.facet !== facet || present.has(step.value)) continue
    const name = before?.name ?? step.value
    const text = `“${name}” was rejected ${byCorrection(step)}`
    removed.set(step.value, { text, undo: step.id, part: '', partName: '' })
  }
  return [...removed.values()]
}

/** '' where the correction is not about this value. */
function describeStep(
  { taken }: Effects,
  { step, before }: TakenStep,
  nth: number,
  id: string,
): string {
  const former = `“${before?.name ?? ''}”`
  const isHere = (value: string) => endOf(taken, nth, value) === id
  switch (step.do) {
    case 'reject':
      return ''
    case 'add':
      return isHere(step.value) ? `“${step.surface}” was added` : ''
    case 'merge':
      return isHere(step.into) ? `${former} was joined with it` : ''
    case 'split':
      if (isHere(step.into)) return `“${step.surface}” was set apart from ${former}`
      return step.value === id ? setApart(step.surface, step.name) : ''
  }
}

function setApart(surface: string, name: string): string {
  return surface === name
    ? `“${surface}” was set apart as a value by itself`
    : `“${surface}” was set apart as “${name}”`
}

/** Where a value is in the end, when later corrections joined it with others. */
function endOf(taken: readonly TakenStep[], nth: number, value: string): string {
  return taken
    .slice(nth + 1)
    .reduce((id, { step }) => (step.do === 'merge' && step.value === id ? step.into : id), value)
}

function byCorrection({ at, note }: Pick<Correction, 'at' | 'note'>): string {
  const by = Number.isNaN(Date.parse(at))
    ? 'by a correction'
    : `by your correction of ${showDate(at.slice(0, 10))}`
  return note === '' ? by : `${by}: ${note}`
}
