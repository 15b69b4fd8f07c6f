import { encodeId, decodeId } from './encode.ts'
import { allOf, condition } from './filter.ts'
import { writeFilter } from './write-filter.ts'
import { familyAttribute } from './index-settings.ts'
import type { Query, QueryResult } from './server.ts'
import type { View } from './views.ts'

/** The families of a page of documents. */
export function familiesOf({ hits }: QueryResult): string[] {
  return hits.flatMap((document) => familyIn(document) ?? [])
}

/** The family of a document; undefined for one that stands alone. */
export function familyIn(document: ReadonlyMap<string, unknown>): string | undefined {
  const code = document.get(familyAttribute)
  return typeof code === 'string' ? decodeId(code) : undefined
}

/** Asks how many articles of a view each family has: without `distinct`, which counts one of each. */
export function familyQuery({ filter }: View, families: readonly string[]): Query {
  const codes = families.map((id) => `"${encodeId(id)}"`).join(', ')
  return {
    filter: writeFilter(allOf([filter, condition(`${familyAttribute} IN [${codes}]`)])),
    facets: [familyAttribute],
    page: 1,
    hitsPerPage: 0,
  }
}

/** Articles per family. */
export function readFamilies(result: QueryResult | undefined): Map<string, number> {
  return new Map(
    Array.from(result?.counts.get(familyAttribute) ?? [], ([code, n]) => [decodeId(code), n]),
  )
}
