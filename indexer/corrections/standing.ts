import { isOfMedia, type Correction, type Step } from './correction.ts'
import type { FoundMerge } from './merge.ts'

/** What is left once corrections were taken back; taking back a taking back restores it. */
export function withoutUndone(corrections: readonly Correction[]): Correction[] {
  const undone = new Set<string>()
  const standing: Correction[] = []
  for (const correction of corrections.toReversed()) {
    if (undone.has(correction.id)) continue
    if (correction.do === 'undo') undone.add(correction.of)
    standing.push(correction)
  }
  return standing.reverse()
}

/**
 * Says for both facets of media what is said of one: who publishes here is cited there, under the same id. A joining or a name that
 * holds everywhere is about the medium itself; what is rejected, added, set apart by its spelling or of one article is about the facet.
 */
export function forBothFacets(corrections: readonly Correction[]): Correction[] {
  return corrections.flatMap((each) => {
    if (each.do === 'undo' || !isOfMedia(each.facet) || !isAboutEntity(each)) return [each]
    return [each, { ...each, facet: each.facet === 'outlet' ? 'cites' : 'outlet' }]
  })
}

function isAboutEntity(each: Exclude<Correction, { do: 'undo' }>): boolean {
  if (each.do === 'merge') return each.article === undefined
  return each.do === 'rename' || (each.do === 'split' && each.surface === '')
}

/** What is to be done to an article, in order, once all that was taken back is gone. */
export function stepsOf(corrections: readonly Correction[]): Step[] {
  return forBothFacets(withoutUndone(corrections)).filter(
    (each) => each.do !== 'undo' && each.do !== 'rename',
  )
}

/**
 * Which value each of the values found to be one is joined with, at the end of its chain, by facet and id. Where a split keeps one
 * apart it is not joined.
 */
export function joinedValues(
  merges: readonly FoundMerge[],
  steps: readonly Step[],
): Map<string, string> {
  const parted = new Set(
    steps.flatMap((each) =>
      each.do === 'split' && each.surface === '' ? [`${each.facet} ${each.into}`] : [],
    ),
  )
  const next = new Map(
    merges
      .filter(({ facet, id }) => !parted.has(`${facet} ${id}`))
      .map(({ facet, id, into }) => [`${facet} ${id}`, { facet, into }]),
  )
  const ends = new Map<string, string>()
  for (const [key, { facet, into }] of next) {
    const seen = new Set([key])
    let end = into
    for (
      let further = next.get(`${facet} ${end}`);
      further && !seen.has(`${facet} ${end}`);
      further = next.get(`${facet} ${end}`)
    ) {
      seen.add(`${facet} ${end}`)
      end = further.into
    }
    if (`${facet} ${end}` !== key) ends.set(key, end)
  }
  return ends
}

/**
 * The steps with successors for former ids: whoever corrects a value that was found to be another one means that one. Only a split of a
 * whole value speaks of the former one, and a joining of the two says nothing new.
 */
export function ledSteps(steps: readonly Step[], joined: ReadonlyMap<string, string>): Step[] {
  const lead = (step: Step, id: string) => joined.get(`${step.facet} ${id}`) ?? id
  return steps.flatMap((step): Step[] => {
    if (step.do === 'split' && step.surface === '') return [step]
    const value = lead(step, step.value)
    if (step.do !== 'merge' && step.do !== 'split') return [{ ...step, value }]
    const into = lead(step, step.into)
    return into === value ? [] : [{ ...step, value, into }]
  })
}
