import type { Evidence, FacetValue } from '../../engine/article.ts'
import type { BroaderById } from './broader.ts'
import { evidenceOf, type Mention } from './reading.ts'

/** What a mention stands for. */
export interface Entity {
  readonly id: string
  readonly name: string
}

/** A mention that has been resolved. */
export interface EntityMention extends Mention {
  readonly entity: Entity
}

/**
 * Gathers mentions into facet values: most mentioned first, then by first mention; evidence in reading order. `broader` says what
 * stands above them; nothing by default.
 */
export function toFacetValues(
  mentions: readonly EntityMention[],
  broader: BroaderById = nothingBroader,
): FacetValue[] {
  const byId = new Map<string, EntityMention[]>()
  for (const mention of mentions) {
    const known = byId.get(mention.entity.id)
    if (known) known.push(mention)
    else byId.set(mention.entity.id, [mention])
  }
  return sortValues([...byId.values()].flatMap((group) => toValue(group, broader)))
}

/** Most mentioned first, then by first mention. */
export function sortValues(values: readonly FacetValue[]): FacetValue[] {
  return values.toSorted(
    (a, b) => b.evidence.length - a.evidence.length || inReadingOrder(a.evidence[0], b.evidence[0]),
  )
}

const nothingBroader: BroaderById = new Map()

function toValue(group: readonly EntityMention[], broaderById: BroaderById): FacetValue[] {
  const placed = group
    .map((mention) => ({ ...mention, evidence: evidenceOf(mention) }))
    .sort((a, b) => inReadingOrder(a.evidence, b.evidence))
  const [first] = placed
  if (!first) return []
  const evidence = withoutOverlaps(
    placed.map(({ evidence: at, rule }) => (rule === first.rule ? at : { ...at, rule })),
  )
  const { id, name } = first.entity
  return [{ id, name, evidence, rule: first.rule, broader: broaderById.get(id) ?? [] }]
}

function withoutOverlaps(sorted: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = []
  for (const next of sorted) {
    const last = kept.at(-1)
    if (last?.field !== next.field || next.start >= last.end) kept.push(next)
  }
  return kept
}

/** Title before text, earlier before later, of two that begin together the longer. */
export function inReadingOrder(a: Evidence | undefined, b: Evidence | undefined): number {
  if (!a || !b) return 0
  if (a.field !== b.field) return a.field === 'title' ? -1 : 1
  // The longer one first, so that it wins where two overlap.
  return a.start - b.start || b.end - a.end
}
