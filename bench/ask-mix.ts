import { Archive } from '../engine/archive/archive.ts'
import { openEngine } from '../engine/open-engine.ts'
import { cpuSeconds, report } from './child.ts'
import { mixOfPaths } from './reading-mix.ts'
import { requestOf } from './request.ts'

// Asks the engine alone what readers ask the site for: node ask-mix.ts DATA_DIR HUNDREDS
const [dataDir = '', hundreds = ''] = process.argv.slice(2)

const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
const requests = mixOfPaths(Number(hundreds), 1).map((path) => requestOf(archive, path))
for (const request of requests.slice(0, 100)) await engine.search(request)
const worked = cpuSeconds()
for (const request of requests) await engine.search(request)
const milliseconds = ((cpuSeconds() - worked) * 1000) / requests.length
await engine.close()
archive.close()
report({ milliseconds: [milliseconds] })
