import { Archive } from '../engine/archive/archive.ts'
import { periodOf } from '../engine/dates.ts'
import { report } from './child.ts'
import { residentMegabytes } from './measure.ts'
import { benchQueries, pathOf } from './queries.ts'
import { requestOf } from './request.ts'
import { miniSearch } from './rivals/minisearch.ts'
import { orama } from './rivals/orama.ts'
import { valuesOf, type Indexed, type Rival } from './rivals/rival.ts'

// Indexes an archive with another library and asks it every query that it can be asked: node ask-rival.ts NAME DATA_DIR ROUNDS
const [name = '', dataDir = '', rounds = ''] = process.argv.slice(2)

const makers: Readonly<Record<string, () => Rival>> = { MiniSearch: miniSearch, Orama: orama }
const rival = makers[name]?.()
if (!rival) throw new Error(`There is no adapter for ${name}.`)

const longAgo = -1_000_000
const archive = new Archive(dataDir)
const figures: Record<string, number[]> = {}
let indexing = 0
let batch: Indexed[] = []
const last = archive.lastSequence()
for (let sequence = 1; sequence <= last; sequence++) {
  const article = archive.getBySequence(sequence)
  if (article) {
    const { title, text, published } = article
    const day = periodOf(published)?.first ?? longAgo
    batch.push({ id: sequence, title, text, day, ...valuesOf(article) })
  }
  if (batch.length < 500 && sequence < last) continue
  const started = performance.now()
  rival.add(batch)
  indexing += performance.now() - started
  batch = []
}
figures['seconds'] = [indexing / 1000]
const requests = benchQueries.map((query) => ({
  kind: query.kind,
  request: requestOf(archive, pathOf(query)),
}))
// The first round warms up.
for (let round = 0; round <= Number(rounds); round++) {
  for (const { kind, request } of requests) {
    const started = performance.now()
    const matches = rival.page(request)
    if (round > 0 && matches !== undefined) push(`${kind}, ms`, performance.now() - started)
  }
}
// What is kept, not what has yet to be collected.
globalThis.gc?.()
figures['residentMb'] = [residentMegabytes(process.pid) ?? 0]
archive.close()
report(figures)

function push(kind: string, value: number): void {
  figures[kind] = [...(figures[kind] ?? []), value]
}
