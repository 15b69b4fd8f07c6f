import { isNamedBy } from '../../engine/archive/ids-named.ts'
import { everything, type FacetCount, type SearchEngine } from '../../engine/search-engine.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { typedTails, type TypedTail } from './typed-tail.ts'

/** A person, place, weapon or medium that the last words of a query may name. */
export interface SuggestedValue {
  readonly facet: FacetDeclaration
  readonly id: string
  readonly name: string
  /** Articles of the archive that have it. */
  readonly count: number
  /** The query without the words that it stands for. */
  readonly head: string
}

const mostOfAFacet = 3
/** A shorter beginning has too many names. */
const fewestLetters = 2

/**
 * What the last words of a query may name: those first that are called so, then those that most articles have; at most `limit`.
 * Throws EngineUnavailable.
 */
export async function suggestValues(
  engine: Pick<SearchEngine, 'facetValues'>,
  q: string,
  limit: number,
): Promise<SuggestedValue[]> {
  for (const tail of typedTails(q)) {
    const found = tail.text.length < fewestLetters ? [] : await valuesNamed(engine, tail)
    if (found.length > 0) return found.slice(0, limit)
  }
  return []
}

async function valuesNamed(
  engine: Pick<SearchEngine, 'facetValues'>,
  { head, text, field }: TypedTail,
): Promise<SuggestedValue[]> {
  const asked = facetTable.filter(({ parameter }) => parameter === field)
  const found = await Promise.all(
    (asked.length > 0 ? asked : facetTable).map(async (facet) => {
      const values = await mostFrequent(engine, facet, text)
      return values.map(({ id, value, count }) => ({ facet, id, name: value, count, head }))
    }),
  )
  // Others are found by another of their names.
  const rank = ({ name }: SuggestedValue) => (isNamedBy(name, text) ? 0 : 1)
  return found.flat().sort((a, b) => rank(a) - rank(b) || b.count - a.count)
}

async function mostFrequent(
  engine: Pick<SearchEngine, 'facetValues'>,
  { name: facet }: FacetDeclaration,
  text: string,
): Promise<readonly FacetCount[]> {
  const { values } = await engine.facetValues({
    ...{ search: everything, facet, text },
    ...{ below: '', order: 'count', offset: 0, limit: mostOfAFacet },
  })
  return values
}
