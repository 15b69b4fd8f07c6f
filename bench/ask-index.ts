import { Archive } from '../engine/archive/archive.ts'
import type { StoredArticle } from '../engine/article.ts'
import { answerRequest } from '../engine/embedded/answer.ts'
import { FacetColumns } from '../engine/embedded/columns.ts'
import { currentGeneration, openForReading } from '../engine/embedded/index-file.ts'
import { matchExpression } from '../engine/embedded/match.ts'
import { planQuery } from '../engine/query/plan-query.ts'
import { emptyVocabulary } from '../engine/vocabulary/vocabulary.ts'
import { report } from './child.ts'
import { percentile } from './measure.ts'
import { benchQueries, pathOf } from './queries.ts'
import { requestOf } from './request.ts'

// Asks the index of every query, by way of the engine and with nothing but FTS5: node ask-index.ts DATA_DIR ROUNDS
const [dataDir = '', rounds = ''] = process.argv.slice(2)

/** Leaves hits without their text, so that what is measured are ids, counts and ranks. */
class TextlessArchive extends Archive {
  override getBySequence(): StoredArticle | undefined {
    return undefined
  }
}

const archive = new TextlessArchive(dataDir)
const db = openForReading(dataDir, currentGeneration(archive) ?? 0)
const columns = new FacetColumns()
columns.refresh(db)
const bare = db.prepare('select rowid from tokens where tokens match ? order by +rank limit 20')

const figures: Record<string, number[]> = {}
for (const query of benchQueries) {
  const request = requestOf(archive, pathOf(query))
  const { plan } = planQuery(request, archive, emptyVocabulary)
  const expression = matchExpression(plan, (facet, id) => columns.numberOf(facet, id))
  const engineMs: number[] = []
  const bareMs: number[] = []
  // In turn, so that both meet the same machine; the first round warms up.
  for (let round = 0; round <= Number(rounds); round++) {
    const started = performance.now()
    db.exec('begin')
    answerRequest({ db, columns, archive }, request)
    db.exec('rollback')
    const between = performance.now()
    bare.all(expression)
    const ended = performance.now()
    if (round === 0) continue
    engineMs.push(between - started)
    bareMs.push(ended - between)
  }
  push(`${query.kind}, engine`, percentile(engineMs, 0.5))
  push(`${query.kind}, bare`, percentile(bareMs, 0.5))
}
db.close()
archive.close()
report(figures)

function push(name: string, value: number): void {
  figures[name] = [...(figures[name] ?? []), value]
}
