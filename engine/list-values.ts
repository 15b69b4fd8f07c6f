import type { Archive } from './archive/archive.ts'
import { noValue, type FacetName } from './article.ts'
import type {
  FacetCount,
  FacetFilter,
  FacetValuesAnswer,
  FacetValuesRequest,
  SearchRequest,
} from './search-engine.ts'

/** How many articles have a value of a facet. */
export interface CountedValue {
  readonly id: string
  readonly count: number
}

/** What is asked of an archive for showing values; the archive is one. */
export type ValueNames = Pick<Archive, 'broader' | 'displayNames' | 'idsNamed' | 'narrower'>

/**
 * Lists a facet as an answer has it: the most frequent of the counted values, ties by id, then the chosen ones that are not among
 * them, each once, and `noValue` at the end. Values that were not counted have no article.
 */
export function listValues(
  names: ValueNames,
  facet: FacetName,
  counted: readonly CountedValue[],
  { filters, facetSize }: Pick<SearchRequest, 'filters' | 'facetSize'>,
): FacetCount[] {
  const filter = filters[facet]
  const known = new Map(counted.map((value) => [value.id, value]))
  const top = counted.filter(isValue).toSorted(byCount).slice(0, facetSize)
  const listed = new Set(top.map(({ id }) => id))
  const besides = [...new Set([...filter.include, ...filter.exclude])]
    .filter((id) => id !== noValue && !listed.has(id))
    .map((id) => known.get(id) ?? { id, count: 0 })
  const isNoneChosen = filter.include.includes(noValue) || filter.exclude.includes(noValue)
  const none = known.get(noValue) ?? (isNoneChosen ? { id: noValue, count: 0 } : undefined)
  return shown(names, facet, [...top, ...besides, ...(none ? [none] : [])], filter)
}

/** Lists one facet as a search inside it has it; `noValue` comes last in either order. Values that were not counted have no article. */
export function listFacet(
  names: ValueNames,
  counted: readonly CountedValue[],
  request: FacetValuesRequest,
): Omit<FacetValuesAnswer, 'capability'> {
  const { facet, offset, limit } = request
  const wanted = counted.filter(isWanted(names, request))
  const values = wanted.filter(isValue)
  const ordered = [
    ...(request.order === 'count' ? values.toSorted(byCount) : byName(names, facet, values)),
    ...wanted.filter((value) => !isValue(value)),
  ]
  const page = ordered.slice(offset, offset + limit)
  return {
    values: shown(names, facet, page, request.search.filters[facet]),
    total: ordered.length,
  }
}

const isValue = ({ id }: CountedValue) => id !== noValue

const byCount = (a: CountedValue, b: CountedValue) => b.count - a.count || byId(a, b)

const byId = (a: CountedValue, b: CountedValue) => (a.id < b.id ? -1 : 1)

function byName(
  names: ValueNames,
  facet: FacetName,
  values: readonly CountedValue[],
): CountedValue[] {
  const shownAs = names.displayNames(
    facet,
    values.map(({ id }) => id),
  )
  const { compare } = new Intl.Collator('en')
  const nameOf = ({ id }: CountedValue) => shownAs.get(id) ?? id
  return values.toSorted((a, b) => compare(nameOf(a), nameOf(b)) || byId(a, b))
}

/** Whether a value has articles, one of the names that are looked for, and stands below the value that is looked into. */
function isWanted(
  names: ValueNames,
  { facet, text, below }: FacetValuesRequest,
): (value: CountedValue) => boolean {
  const named = text === '' ? undefined : new Set(names.idsNamed(facet, text))
  const narrower = below === '' ? undefined : new Set(names.narrower(facet, below))
  return ({ id, count }) => count > 0 && (named?.has(id) ?? true) && (narrower?.has(id) ?? true)
}

function shown(
  names: ValueNames,
  facet: FacetName,
  values: readonly CountedValue[],
  { include, exclude }: FacetFilter,
): FacetCount[] {
  const shownAs = names.displayNames(
    facet,
    values.map(({ id }) => id),
  )
  return values.map(({ id, count }) => ({
    id,
    value: shownAs.get(id) ?? id,
    count,
    selected: include.includes(id),
    excluded: exclude.includes(id),
    broader: names.broader(facet, id).map((above) => above.id),
  }))
}
