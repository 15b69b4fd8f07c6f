import { textFields, type Article, type FacetName, type TextField } from '../article.ts'
import type { Range } from '../hit.ts'
import type { Alternative, Plan } from '../query/plan.ts'
import { analyse } from '../text/analyse.ts'
import { carries } from '../compare/fulfils.ts'
import type { Match } from './match.ts'

/** Where an article shows that it has one of these values, itself or below it; unordered. */
export function evidenceOf(
  article: Article,
  facet: FacetName,
  ids: readonly string[],
  field: TextField,
): Range[] {
  return article.facets[facet]
    .filter(
      ({ id, broader }) => ids.includes(id) || broader.some((above) => ids.includes(above.id)),
    )
    .flatMap((value) => value.evidence)
    .filter((evidence) => evidence.field === field)
    .map(({ start, end }) => [start, end] as const)
}

/** Tells which stretches of a text touch some ranges, when asked from the beginning of the text to its end. */
export class Touching {
  readonly #ranges: readonly Range[]
  #next = 0
  #reached = 0

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges.toSorted((a, b) => a[0] - b[0])
  }

  /** Starts must ascend; the effort grows with the number of ranges and questions, not with their product. */
  touches(start: number, end: number): boolean {
    for (let range = this.#ranges[this.#next]; range && range[0] < end;) {
      this.#reached = Math.max(this.#reached, range[1])
      range = this.#ranges[++this.#next]
    }
    return this.#reached > start
  }
}

/**
 * What is marked of words that were found under other names only, none of which stands where the article names the entity: “NYT” is
 * also “the Times”, but “the times” are not marked. The evidence of the entity that has a word of these names, else the first.
 */
export function evidenceInstead(
  plan: Extract<Plan, { kind: 'words' | 'near' }>,
  group: number,
  article: Article,
): Record<TextField, readonly Match[]> {
  const alternatives = plan.kind === 'words' ? plan.alternatives : plan.operands.flat()
  const all = textFields
    .filter((field) => (plan.field ?? field) === field)
    .flatMap((field) =>
      alternatives.flatMap((alternative) =>
        candidates(plan, { group, alternative, article, field }),
      ),
    )
  const sharing = all.filter(({ isSharing }) => isSharing)
  const shown = sharing.length > 0 ? sharing : all.slice(0, 1)
  const matchesIn = (wanted: TextField) =>
    shown.filter(({ field }) => field === wanted).map(({ match }) => match)
  return { title: matchesIn('title'), text: matchesIn('text') }
}

interface Candidate {
  readonly field: TextField
  readonly match: Match
  /** It has a word of the name that was looked for. */
  readonly isSharing: boolean
}

function candidates(
  { typed, field: askedField }: Extract<Plan, { kind: 'words' | 'near' }>,
  place: {
    readonly group: number
    readonly alternative: Alternative
    readonly article: Article
    readonly field: TextField
  },
): Candidate[] {
  const { group, alternative, article, field } = place
  const { among } = alternative
  if (!among || !carries(article, among.facet, among.ids)) return []
  const needle = { group, field: askedField, typed, alternative, isVariant: true, isJoined: false }
  return evidenceOf(article, among.facet, among.ids, field)
    .toSorted((a, b) => a[0] - b[0])
    .map(([start, end]) => ({
      field,
      match: { start, end, until: end, group, needle },
      isSharing: analyse(article[field].slice(start, end)).terms.some((term) =>
        alternative.terms.includes(term),
      ),
    }))
}
