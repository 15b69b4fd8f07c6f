import { Archive } from '../engine/archive/archive.ts'
import type { StoredArticle } from '../engine/article.ts'
import { answerRequest } from '../engine/embedded/answer.ts'
import { FacetColumns } from '../engine/embedded/columns.ts'
import { currentGeneration } from '../engine/embedded/generations.ts'
import { openForReading } from '../engine/embedded/index-file.ts'
import { matchExpression } from '../engine/embedded/match.ts'
import { normalPlan } from '../engine/embedded/normal.ts'
import { planQuery } from '../engine/query/plan-query.ts'
import { WordTable } from '../engine/vocabulary/word-table.ts'
import { cpuSeconds, report } from './child.ts'
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
const vocabulary = new WordTable(db)
const bare = db.prepare('select rowid from tokens where tokens match ? order by +rank limit 20')

const figures: Record<string, number[]> = {}
const started = performance.now()
const worked = cpuSeconds()
for (const query of benchQueries) {
  const request = requestOf(archive, pathOf(query))
  const { plan } = planQuery(request, archive, vocabulary)
  const expression = matchExpression(normalPlan(plan), (facet, id) => columns.numberOf(facet, id))
  const engineMs: number[] = []
  const bareMs: number[] = []
  // In turn, so that both meet the same machine; the first round warms up.
  for (let round = 0; round <= Number(rounds); round++) {
    const before = performance.now()
    db.exec('begin')
    answerRequest({ db, columns, vocabulary, archive }, request)
    db.exec('rollback')
    const between = performance.now()
    bare.all(expression)
    const ended = performance.now()
    if (round === 0) continue
    engineMs.push(between - before)
    bareMs.push(ended - between)
  }
  // The best of the rounds: whatever else the machine does only adds.
  push(`${query.kind}, engine`, Math.min(...engineMs))
  push(`${query.kind}, bare`, Math.min(...bareMs))
}
const seconds = (performance.now() - started) / 1000
figures['share of a core'] = [(cpuSeconds() - worked) / seconds]
db.close()
archive.close()
report(figures)

function push(name: string, value: number): void {
  figures[name] = [...(figures[name] ?? []), value]
}
