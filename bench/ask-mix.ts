import { Archive } from '../engine/archive/archive.ts'
import { openEngine } from '../engine/open-engine.ts'
import { cpuSeconds, report } from './child.ts'
import { mixOfPaths, newPaths } from './reading-mix.ts'
import { requestOf } from './request.ts'

// Asks the engine alone what readers ask the site for: node ask-mix.ts DATA_DIR HUNDREDS repeated|distinct
const [dataDir = '', hundreds = '', reading = ''] = process.argv.slice(2)

const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
const paths = reading === 'distinct' ? newPaths(Number(hundreds)) : mixOfPaths(Number(hundreds), 1)
const requests = paths.map((path) => requestOf(archive, path))
// What readers repeat, the engine has answered before; its threads are started in any case.
const warming = new Set(reading === 'distinct' ? mixOfPaths(1, 0) : paths)
for (const path of warming) await engine.search(requestOf(archive, path))
const worked = cpuSeconds()
for (const request of requests) await engine.search(request)
const milliseconds = ((cpuSeconds() - worked) * 1000) / requests.length
await engine.close()
archive.close()
report({ milliseconds: [milliseconds] })
