import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { percentile, printTable, shown } from './measure.ts'
import { benchQueries, pathOf } from './queries.ts'
import { timePage, type RunningSite } from './site.ts'

const crowd = 9
const questions = 90

/** Asks for two words again and again, alone and beside nine clients that ask for broad queries without a pause. */
export async function measureLoad(site: RunningSite): Promise<void> {
  const alone = await askTwoWords(site)
  const clients = fork(fileURLToPath(new URL('load-clients.ts', import.meta.url)), [
    site.address,
    String(crowd),
  ])
  await new Promise((resolve) => clients.once('message', resolve))
  const started = performance.now()
  const beside = await askTwoWords(site)
  const seconds = (performance.now() - started) / 1000
  const answered = await new Promise<number>((resolve) => {
    clients.once('message', (count) => {
      resolve(Number(count))
    })
    clients.send('stop')
  })
  // Their last pages are still on the way.
  await new Promise((resolve) => clients.once('exit', resolve))
  printTable([
    ['two words over HTTP, ms', 'p50', 'p95', 'broad pages/s meanwhile'],
    ['alone', shown(percentile(alone, 0.5)), shown(percentile(alone, 0.95)), '0'],
    [
      `beside ${crowd} clients asking broad queries`,
      shown(percentile(beside, 0.5)),
      shown(percentile(beside, 0.95)),
      (answered / seconds).toFixed(1),
    ],
  ])
}

async function askTwoWords(site: RunningSite): Promise<number[]> {
  const queries = benchQueries.filter(({ kind }) => kind === 'two words')
  const times: number[] = []
  while (times.length < questions) {
    for (const query of queries) times.push(await timePage(site.address, pathOf(query)))
  }
  return times
}
