import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { figure, measureInChild } from './child.ts'
import { printTable, shown } from './measure.ts'
import { mixOfPaths, newPaths, type Reading } from './reading-mix.ts'
import { memoryOf, startSite, timePage, type RunningSite } from './site.ts'

/** Connections that ask for the next page as soon as they have one. */
const connections = 20
/** Pages after which a connection asks for the same ones again, in hundreds. */
const hundreds = 5
/** As many pages, in hundreds, are asked before one comes again where queries are new. */
const newHundreds = 80
/** Moments at which memory is looked at. */
const moments = 10

/**
 * Drives a site with readers that ask without a pause, and prints pages a second, times, errors, memory at ten moments, and what a page
 * costs beside what its search alone costs, both as readers ask it: again and again, or once. The readers share the cores with the site.
 */
export async function measureReaders(
  dataDir: string,
  minutes: number,
  reading: Reading,
): Promise<void> {
  const engineMs = figure(
    await measureInChild('ask-mix.ts', [dataDir, String(hundreds), reading]),
    'milliseconds',
  )
  const site = await startSite(dataDir)
  try {
    for (const path of mixOfPaths(1, 0)) await timePage(site.address, path)
    await readAndPrint(site, { seconds: minutes * 60, reading, engineMs })
  } finally {
    await site.stop()
  }
}

interface Run {
  readonly seconds: number
  readonly reading: Reading
  /** What the processor works for a search alone. */
  readonly engineMs: number
}

async function readAndPrint(site: RunningSite, { seconds, reading, engineMs }: Run): Promise<void> {
  const memory: [moment: string, resident: string, anonymous: string][] = []
  const look = () => {
    memory.push([`${Math.round(((Date.now() - begun) / 1000) * 10) / 10} s`, ...memoryOf(site)])
  }
  const begun = Date.now()
  const worked = processorSeconds(site.pid)
  const looking = setInterval(look, (seconds * 1000) / moments)
  const result = await drive(site.address, seconds, reading)
  clearInterval(looking)
  const pages = result['2xx']
  const siteMs = ((processorSeconds(site.pid) - worked) * 1000) / pages
  printTable([
    [
      readingNames[reading],
      'pages',
      'pages/s',
      'p50 ms',
      'p90',
      'p99',
      'slowest',
      'KB a page',
      'not 200',
      'errors',
    ],
    [
      `${connections} readers`,
      String(pages),
      shown(pages / result.duration),
      ...[result.latency.p50, result.latency.p90, result.latency.p99, result.latency.max].map(
        (ms) => shown(ms, 0),
      ),
      shown(result.throughput.total / pages / 1024),
      String(result.non2xx),
      String(result.errors + result.timeouts),
    ],
  ])
  printTable([
    ['CPU of a page, ms', 'the site', 'its search alone', 'ratio'],
    [readingNames[reading], shown(siteMs), shown(engineMs), shown(siteMs / engineMs, 2)],
  ])
  printTable([['memory, MB', 'resident', 'of that anonymous'], ...memory])
}

const readingNames: Readonly<Record<Reading, string>> = {
  repeated: 'as readers repeat',
  distinct: 'every query new',
}

function drive(url: string, seconds: number, reading: Reading): Promise<autocannon.Result> {
  const pathsOf = reading === 'distinct' ? sharedOut(newPaths(newHundreds)) : ownOrder
  let number = 0
  return new Promise((resolve, reject) => {
    autocannon(
      {
        url,
        connections,
        duration: seconds,
        timeout: 30,
        setupClient: (client) => {
          client.setRequests(pathsOf(number++).map((path) => ({ path })))
        },
      },
      (error: unknown, result) => {
        if (error instanceof Error) reject(error)
        else resolve(result)
      },
    )
  })
}

/** Each reader has an order of their own, or all would ask for one page at once. */
function ownOrder(reader: number): string[] {
  return mixOfPaths(hundreds, reader + 1)
}

/** No two readers ask for the same. */
function sharedOut(paths: readonly string[]): (reader: number) => string[] {
  return (reader) => paths.filter((_, nth) => nth % connections === reader)
}

/** What the processor has worked for a process and its threads so far; counted in hundredths of a second, on Linux alone. */
function processorSeconds(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) / 100
}
