import type { BroaderValue, Evidence, FacetValue } from '../../engine/article.ts'
import { inReadingOrder, sortValues } from '../extract/facet-values.ts'

/** What to do with mentions that come to a value. */
export interface Target {
  readonly id: string
  /** What it is called where the article does not have it yet. */
  readonly name: string
  readonly rule: string
  readonly broader: readonly BroaderValue[]
}

/** The values of one facet of one article, while they are being corrected. */
export class ValueSet {
  readonly #values: Map<string, FacetValue>
  #changed = false

  constructor(values: readonly FacetValue[]) {
    this.#values = new Map(values.map((value) => [value.id, value]))
  }

  get(id: string): FacetValue | undefined {
    return this.#values.get(id)
  }

  /** Whether a mention is only a part of one of another value: "Kramnik" of "Ilya Kramnik". */
  hasLonger({ field, start, end }: Evidence, except: string): boolean {
    return [...this.#values.values()].some(
      ({ id, evidence }) =>
        id !== except &&
        evidence.some(
          (at) =>
            at.field === field &&
            at.start <= start &&
            end <= at.end &&
            end - start < at.end - at.start,
        ),
    )
  }

  remove(id: string): void {
    this.#changed = this.#values.delete(id) || this.#changed
  }

  /** Has another value instead of this one, also where nothing in the text shows it. */
  replace(value: FacetValue, to: Target): void {
    this.#values.delete(value.id)
    this.give(
      value.evidence.map((at) => ({ ...at, rule: at.rule ?? value.rule })),
      to,
    )
  }

  /** Takes these mentions from a value, which goes when none is left, and gives them to another. */
  move(from: FacetValue, mentions: readonly Evidence[], to: Target): void {
    const rest = from.evidence.filter((at) => !mentions.includes(at))
    this.#changed = true
    if (rest.length === 0) this.#values.delete(from.id)
    else this.#values.set(from.id, { ...from, evidence: rest })
    this.give(
      mentions.map((at) => ({ ...at, rule: at.rule ?? from.rule })),
      to,
    )
  }

  /** Gives mentions to a value, beside those that it has; where two overlap the earlier one stays. */
  give(mentions: readonly Evidence[], to: Target): void {
    const known = this.#values.get(to.id)
    const evidence = withoutOverlaps([...(known?.evidence ?? []), ...mentions])
    const base = known ?? { id: to.id, name: to.name, rule: to.rule, broader: to.broader }
    this.#changed = true
    this.#values.set(to.id, { ...base, evidence: evidence.map((at) => plainRule(at, base.rule)) })
  }

  /** The values, most mentioned first; those that were given when nothing was changed. */
  values(): readonly FacetValue[] {
    const values = [...this.#values.values()]
    return this.#changed ? sortValues(values) : values
  }
}

function withoutOverlaps(mentions: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = []
  for (const next of mentions.toSorted(inReadingOrder)) {
    const last = kept.at(-1)
    if (last?.field !== next.field || next.start >= last.end) kept.push(next)
  }
  return kept
}

/** A rule is told of a mention only where it is not that of its value. */
function plainRule({ rule, ...at }: Evidence, ofValue: string): Evidence {
  return rule === undefined || rule === ofValue ? at : { ...at, rule }
}
