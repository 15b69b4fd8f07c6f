import type { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FacetColumns } from '../../../engine/embedded/columns.ts'
import { countArticles } from '../../../engine/embedded/count.ts'
import { encodeFacetRows } from '../../../engine/embedded/facet-block.ts'
import { Families } from '../../../engine/embedded/families.ts'
import { emptyIndex } from '../../../engine/embedded/index-file.ts'
import { everyArticle, valueMark } from '../../../engine/embedded/marks.ts'
import { packDate } from '../../../engine/embedded/packed-date.ts'
import { mostRanked, pageOf, type Page } from '../../../engine/embedded/page.ts'
import { retrieve } from '../../../engine/embedded/retrieve.ts'
import type { Plan } from '../../../engine/query/plan.ts'
import type { SearchRequest } from '../../../engine/search-engine.ts'
import { requestFor, type Options } from '../contract-desk.ts'

const articles = mostRanked + 100
/** One of the hundred that were indexed first, and one of the others. */
const [early, late] = [50, 15_000]

let db: DatabaseSync
let columns: FacetColumns

beforeAll(() => {
  db = emptyIndex()
  db.exec("begin; insert into value values(1, 'people', 'anna'), (2, 'people', 'boris')")
  const insert = db.prepare('insert into tokens(rowid, title, text, facets) values(?, ?, ?, ?)')
  const rows = Array.from({ length: articles }, (_, i) => i + 1).map((sequence) => {
    // Anna is in every article but for each tenth, Boris in each thousandth; each fifty in turn are a family.
    const values = [...(sequence % 10 > 0 ? [1] : []), ...(sequence % 1_000 === 0 ? [2] : [])]
    const text = sequence === early || sequence === late ? 'iran\niran' : 'iran\nsigned'
    insert.run(sequence, '', text, [everyArticle, ...values.map(valueMark)].join('\n'))
    return { sequence, date: packDate('2016'), family: Math.ceil(sequence / 50), values }
  })
  db.prepare('insert into facet_block values(1, ?)').run(encodeFacetRows(rows))
  db.exec('commit')
  columns = new FacetColumns()
  columns.refresh(db)
})
afterAll(() => {
  db.close()
})

const iran: Plan = {
  kind: 'words',
  typed: 'Iran',
  field: undefined,
  alternatives: [{ terms: ['iran'], name: '' }],
}

function page(options: Options): Page {
  const request: SearchRequest = requestFor('', { sort: 'relevance', pageSize: 5, ...options })
  const snapshot = { db, columns, archive: { getBySequence: () => undefined } }
  const retrieved = retrieve(snapshot, iran)
  const { matched } = countArticles(columns, retrieved.ids, request)
  const families = request.groupBy === 'family' ? new Families(columns, matched) : undefined
  return pageOf(snapshot, { retrieved, matched, families }, request)
}

describe('a page by relevance of very many articles', () => {
  it('ranks those that were indexed last, and says so', () => {
    const { sequences, warnings } = page({})
    expect(sequences[0]).toBe(late)
    expect(sequences).not.toContain(early)
    expect(warnings.map(({ message }) => message).join()).toContain('20,000')
  })

  it('ranks all where filters leave few enough, whether they leave most or hardly any', () => {
    const most = page({ filters: { people: { include: ['anna'] } } })
    expect(most.warnings).toEqual([])
    const few = page({ filters: { people: { include: ['boris'] } } })
    expect(few).toEqual({ sequences: [late, 1_000, 2_000, 3_000, 4_000], warnings: [] })
  })

  it('goes on behind the ranked articles with the others, those indexed last first', () => {
    const grouped = page({ groupBy: 'family', page: 201, pageSize: 2 })
    expect(grouped.sequences).toEqual([100, 50])
  })
})
