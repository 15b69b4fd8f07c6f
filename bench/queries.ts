import { readFileSync } from 'node:fs'

/** A query of the committed list. */
export interface BenchQuery {
  readonly kind: string
  readonly text: string
  /** Parameters of the site's address, '' for none: `place=russia&from=2014`. */
  readonly filters: string
}

/** The queries of `queries.tsv`, all different. A round asks each once, so none is answered while anything is warm from itself. */
export const benchQueries: readonly BenchQuery[] = readQueries()

/** The kinds in the order of the list: the rows of the tables. */
export const kinds: readonly string[] = [...new Set(benchQueries.map(({ kind }) => kind))]

/** The address of a query's page. */
export function pathOf({ text, filters }: BenchQuery): string {
  const query = new URLSearchParams(filters)
  if (text !== '') query.set('q', text)
  return `/search?${query.toString()}`
}

function readQueries(): BenchQuery[] {
  const file = readFileSync(new URL('./queries.tsv', import.meta.url), 'utf8')
  return file
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [kind = '', text = '', filters = ''] = line.split('\t')
      return { kind, text, filters }
    })
}
