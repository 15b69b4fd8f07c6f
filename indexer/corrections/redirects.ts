import type { BroaderValue, FacetName, FacetValue } from '../../engine/article.ts'
import type { Redirect } from '../../engine/archive/given-names.ts'
import type { Step } from './correction.ts'
import type { ListedBy } from './listed-values.ts'
import { keyOf, toKey } from './value-key.ts'

/** Where a value went of which no article has any left. */
interface Target {
  readonly facet: FacetName
  readonly id: string
  /** '' for nowhere: it is none. */
  readonly into: string
  /** What a correction calls it; '' where none does. */
  readonly name: string
}

/** Values that are no more, by facet and id. */
export type Redirects = ReadonlyMap<string, Target>

/**
 * Where values went that all articles have another one for, each at the end of its chain. Follows the steps in their order: a value
 * that a later one brings back leads nowhere else any more, and one that is gone cannot be given to another.
 */
export function redirectsOf(
  joined: ReadonlyMap<string, string>,
  steps: readonly Step[],
): Redirects {
  return followSteps(joined, steps).redirects
}

/** Ids of the steps that no article can show, because an earlier one took their value from all of them. */
export function idleSteps(
  joined: ReadonlyMap<string, string>,
  steps: readonly Step[],
): ReadonlySet<string> {
  return followSteps(joined, steps).idle
}

function followSteps(joined: ReadonlyMap<string, string>, steps: readonly Step[]) {
  const redirects = new Map<string, Target>()
  const idle = new Set(steps.map(({ id }) => id))
  for (const [key, into] of joined) {
    redirects.set(key, { ...toKey(key), into, name: '' })
  }
  for (const step of steps) {
    if (isIdle(step, redirects)) continue
    // A step of media is two: it is idle when both are.
    idle.delete(step.id)
    followStep(step, redirects)
  }
  return { redirects, idle }
}

/** A value that was found to be another one is set apart by its own id, whatever happened to the other. */
function isIdle(step: Step, redirects: Redirects): boolean {
  if (step.do === 'add' || (step.do === 'split' && step.surface === '')) return false
  return redirects.has(`${step.facet} ${step.value}`)
}

function followStep(step: Step, redirects: Map<string, Target>): void {
  const { facet, value: id } = step
  if (step.do === 'reject') {
    if (step.article === undefined) lead(redirects, { facet, id, into: '', name: '' })
    return
  }
  redirects.delete(`${facet} ${step.do === 'add' ? step.value : step.into}`)
  if (step.do === 'merge' && step.article === undefined) {
    const { into, name } = step
    lead(redirects, { facet, id, into, name })
  }
}

function lead(redirects: Map<string, Target>, to: Target): void {
  for (const [key, each] of redirects)
    if (each.facet === to.facet && each.into === to.id)
      redirects.set(key, { ...each, into: to.into, name: to.name })
  redirects.set(`${to.facet} ${to.id}`, to)
}

/** The same for the archive. */
export function toRedirects(redirects: Redirects): Redirect[] {
  return [...redirects.values()].flatMap(({ facet, id, into }) =>
    into === '' ? [] : [{ facet, id, into }],
  )
}

/**
 * A value whose broader ones went elsewhere stands below those instead, and below what the lists have above them; never below itself
 * or below what it stands above.
 */
export function followBroader(
  facet: FacetName,
  value: FacetValue,
  redirects: Redirects,
  listed: ListedBy,
): FacetValue {
  if (!value.broader.some(({ id }) => redirects.has(keyOf({ facet, id })))) return value
  const leadOn = (above: BroaderValue) => followOne(facet, above, redirects, listed)
  const broader = new Map<string, BroaderValue>()
  for (const above of value.broader.flatMap(leadOn))
    if (!broader.has(above.id)) broader.set(above.id, above)
  const standsBelow = ({ id }: BroaderValue) =>
    id === value.id ||
    (listed(facet, id)?.broader.flatMap(leadOn) ?? []).some((above) => above.id === value.id)
  return { ...value, broader: [...broader.values()].filter((each) => !standsBelow(each)) }
}

/** The value itself, or the one that it was joined with and what stands above that; nothing for one that is none. */
function followOne(
  facet: FacetName,
  above: BroaderValue,
  redirects: Redirects,
  listed: ListedBy,
): readonly BroaderValue[] {
  const target = redirects.get(keyOf({ facet, id: above.id }))
  if (!target) return [above]
  if (target.into === '') return []
  const known = listed(facet, target.into)
  const name = [target.name, known?.name, above.name].find((each) => each)
  const further = known?.broader.filter(({ id }) => !redirects.has(keyOf({ facet, id }))) ?? []
  return [{ id: target.into, name: name ?? target.into }, ...further]
}
