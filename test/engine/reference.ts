import type { Archive } from '../../engine/archive/archive.ts'
import { facetNames, noValue, type FacetName, type StoredArticle } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import { periodOf, type Period } from '../../engine/dates.ts'
import type { Alternative } from '../../engine/query/plan.ts'
import type { Literal, NearOperand, Query } from '../../engine/query/query.ts'
import type { SearchRequest, Spelling } from '../../engine/search-engine.ts'
import { analyse, type TokenStream } from '../../engine/text/analyse.ts'
import { LiteralReadings, type LiteralReading } from './reference-literals.ts'

/** What a request finds and counts, worked out article by article. */
export interface ReferenceAnswer {
  readonly ids: readonly string[]
  readonly groups: number
  readonly facets: Readonly<Record<FacetName, Readonly<Record<string, number>>>>
  readonly periods: Readonly<Record<string, number>>
}

const fields = ['title', 'text'] as const

/** An article with all that searching it needs, prepared once. */
interface Prepared {
  readonly article: StoredArticle
  readonly period: Period | undefined
  readonly tokens: Readonly<Record<(typeof fields)[number], TokenStream>>
  readonly values: Readonly<Record<FacetName, ReadonlySet<string>>>
}

/** The truth about requests: slow, and simple enough to be right. What words stand for besides themselves is asked of the planner. */
export class Reference {
  readonly #articles: readonly Prepared[]
  readonly #archive: Archive
  readonly #literals: LiteralReadings
  readonly #entities = new Map<string, readonly { readonly id: string }[]>()

  constructor(archive: Archive, articles: readonly StoredArticle[]) {
    this.#archive = archive
    this.#articles = articles.map((article) => ({
      article,
      period: periodOf(article.published),
      tokens: { title: analyse(article.title), text: analyse(article.text) },
      values: byFacet((facet) => idsOf(article, facet)),
    }))
    const forms = this.#articles.flatMap(({ tokens }) =>
      fields.flatMap((name) => tokens[name].forms),
    )
    this.#literals = new LiteralReadings(archive, forms)
  }

  answer(request: SearchRequest): ReferenceAnswer {
    const found = this.#articles.filter(
      (each) =>
        each.article.sequence > request.newerThan &&
        this.#matches(each, request.query, request.spelling),
    )
    const matched = passing(found, request)
    return {
      ids: matched.map(({ article }) => article.id),
      groups: new Set(matched.map(({ article }) => article.family || `alone ${article.id}`)).size,
      facets: byFacet((facet) => facetCounts(found, facet, request)),
      periods: tally(
        passing(found, { ...request, from: '', to: '' })
          .map(({ article }) => article.published.slice(0, lengthOf[request.timeline]))
          .filter((period) => period.length === lengthOf[request.timeline]),
      ),
    }
  }

  #matches(each: Prepared, query: Query, spelling: Spelling): boolean {
    const matches = (operand: Query) => this.#matches(each, operand, spelling)
    switch (query.kind) {
      case 'all':
        return true
      case 'word':
      case 'phrase':
      case 'prefix':
      case 'similar':
        return this.#hasLiteral(each, query, spelling)
      case 'near':
        return this.#hasNear(each, query, spelling)
      case 'facet':
        return this.#hasValue(each, query.facet, query.name)
      case 'language':
        return hasLanguage(each.article, query.tag)
      case 'dates':
        return isWithin(each, periodOf(query.from), periodOf(query.to))
      case 'not':
        return this.#isIgnored(query.operand, spelling) || !matches(query.operand)
      case 'and':
        return query.operands.every(matches)
      case 'or': {
        const kept = query.operands.filter((operand) => !this.#isIgnored(operand, spelling))
        return kept.length === 0 || kept.some(matches)
      }
    }
  }

  #hasLiteral(each: Prepared, literal: Literal, spelling: Spelling): boolean {
    const reading = this.#literals.read(literal, spelling)
    if (reading.kind === 'ignored') return true
    return fields.some(
      (name) =>
        (literal.field === undefined || literal.field === name) &&
        positions(each, name, reading).length > 0,
    )
  }

  #hasNear(each: Prepared, query: Extract<Query, { kind: 'near' }>, spelling: Spelling): boolean {
    const readings = query.operands
      .map((operand) =>
        literalsIn(operand).map((literal) => this.#literals.read(literal, spelling)),
      )
      .map((operand) => operand.filter(({ kind }) => kind !== 'ignored'))
      .filter((operand) => operand.length > 0)
    return fields.some(
      (name) =>
        (query.field === undefined || query.field === name) &&
        isNear(
          readings.map((operand) => operand.flatMap((reading) => positions(each, name, reading))),
          query.distance,
        ),
    )
  }

  #hasValue({ values }: Prepared, facet: FacetName, typed: string): boolean {
    const key = `${facet}:${typed}`
    const found = this.#entities.get(key) ?? this.#archive.findEntities(facet, typed, 100)
    this.#entities.set(key, found)
    return found.some(({ id }) => values[facet].has(id))
  }

  /** Without a letter or digit a literal asks for nothing; a group of nothing but such literals neither. */
  #isIgnored(query: Query, spelling: Spelling): boolean {
    switch (query.kind) {
      case 'word':
      case 'phrase':
      case 'prefix':
      case 'similar':
        return this.#literals.read(query, spelling).kind === 'ignored'
      case 'near':
        return query.operands
          .flatMap(literalsIn)
          .every((literal) => this.#literals.read(literal, spelling).kind === 'ignored')
      case 'not':
        return this.#isIgnored(query.operand, spelling)
      case 'and':
      case 'or':
        return query.operands.every((operand) => this.#isIgnored(operand, spelling))
      case 'all':
      case 'facet':
      case 'language':
      case 'dates':
        return false
    }
  }
}

const lengthOf = { year: 4, month: 7, day: 10 } as const

/** Where something stands: its first position, and the one after its last. */
type Place = readonly [start: number, end: number]

const literalsIn = (operand: NearOperand): readonly Literal[] =>
  operand.kind === 'or' ? operand.operands : [operand]

function positions(
  each: Prepared,
  name: (typeof fields)[number],
  reading: LiteralReading,
): Place[] {
  const { terms, forms } = each.tokens[name]
  if (reading.kind === 'ignored') return []
  if (reading.kind === 'prefix') {
    return [...terms.entries()]
      .filter(([, term]) => term.startsWith(reading.prefix) || reading.terms.has(term))
      .map(([at]) => [at, at + 1] as const)
  }
  return reading.alternatives
    .filter((alternative) => isAmong(each, alternative))
    .flatMap((alternative) =>
      [...terms.keys()]
        .filter((at) =>
          alternative.open
            ? begins(terms, alternative.terms, at)
            : standsAt(terms, alternative.terms, at),
        )
        .filter((at) => standsAt(forms, alternative.forms ?? [], at))
        .map((at) => [at, at + alternative.terms.length] as const),
    )
}

function standsAt(words: readonly string[], wanted: readonly string[], at: number): boolean {
  return wanted.every((word, i) => words[at + i] === word)
}

/** As `standsAt`, but that the last word may go on. */
function begins(words: readonly string[], wanted: readonly string[], at: number): boolean {
  const last = wanted.length - 1
  return wanted.every(
    (word, i) => words[at + i]?.slice(0, i === last ? word.length : undefined) === word,
  )
}

function isAmong({ values }: Prepared, { among }: Alternative): boolean {
  return among === undefined || among.ids.some((id) => values[among.facet].has(id))
}

/** Tries every choice of one place for each operand. */
function isNear(operands: readonly (readonly Place[])[], distance: number): boolean {
  const choose = (chosen: readonly Place[], rest: readonly (readonly Place[])[]): boolean => {
    const [next, ...others] = rest
    if (next) return next.some((place) => choose([...chosen, place], others))
    const last = Math.max(...chosen.map(([start]) => start))
    return chosen.every(([, end]) => last - end <= distance)
  }
  return operands.length === 0 || choose([], operands)
}

function hasLanguage({ language }: StoredArticle, tag: string): boolean {
  const [own, wanted] = [language.toLowerCase(), tag.toLowerCase()]
  return own === wanted || own.startsWith(`${wanted}-`)
}

function isWithin({ period }: Prepared, from: Period | undefined, to: Period | undefined): boolean {
  if (!period) return !from && !to
  return period.first >= (from?.first ?? -Infinity) && period.last <= (to?.last ?? Infinity)
}

/** The articles that pass the filters of a request. */
function passing(
  articles: readonly Prepared[],
  { from, to, filters }: Pick<SearchRequest, 'from' | 'to' | 'filters'>,
): Prepared[] {
  const [first, last] = [periodOf(from), periodOf(to)]
  return articles.filter(
    (each) =>
      isWithin(each, first, last) &&
      facetNames.every((facet) => passesFacet(each.values[facet], filters[facet])),
  )
}

function passesFacet(
  values: ReadonlySet<string>,
  { include, match, exclude }: SearchRequest['filters'][FacetName],
): boolean {
  const isIncluded =
    match === 'all'
      ? include.every((id) => values.has(id))
      : include.length === 0 || include.some((id) => values.has(id))
  return isIncluded && !exclude.some((id) => values.has(id))
}

/** What one click on each value would show: see `SearchAnswer.facets`. */
function facetCounts(
  found: readonly Prepared[],
  facet: FacetName,
  request: SearchRequest,
): Record<string, number> {
  const filter = request.filters[facet]
  const withFilter = (changed: typeof filter): SearchRequest => ({
    ...request,
    filters: { ...request.filters, [facet]: changed },
  })
  const open = withFilter(filter.match === 'any' ? { ...filter, include: [] } : filter)
  const counts = tally(passing(found, open).flatMap(({ values }) => [...values[facet]]))
  const hidden = filter.exclude.map((id) => {
    const lifted = withFilter({
      ...filter,
      exclude: filter.exclude.filter((other) => other !== id),
    })
    const back = passing(found, lifted).filter(({ values }) => values[facet].has(id))
    return [id, back.length] as const
  })
  return Object.fromEntries([...Object.entries(counts), ...hidden].filter(([, count]) => count > 0))
}

function idsOf(article: StoredArticle, facet: FacetName): ReadonlySet<string> {
  const ids = article.facets[facet].flatMap(({ id, broader }) => [
    id,
    ...broader.map((above) => above.id),
  ])
  return new Set(ids.length === 0 ? [noValue] : ids)
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
