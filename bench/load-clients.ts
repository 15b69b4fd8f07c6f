import { benchQueries, pathOf } from './queries.ts'
import { timePage } from './site.ts'

// Clients that ask for broad queries without a pause until they are told to stop: node load-clients.ts ADDRESS HOW_MANY
const [address = '', howMany = ''] = process.argv.slice(2)

const paths = benchQueries.filter(({ kind }) => kind === 'broad').map(pathOf)
let stopped = false
let answered = 0

process.once('message', () => {
  stopped = true
  process.send?.(answered)
})
const clients = Array.from({ length: Number(howMany) }, (_, number) => askOnAndOn(number))
process.send?.('ready')
await Promise.all(clients)
process.disconnect()

async function askOnAndOn(from: number): Promise<void> {
  for (let at = from; !stopped; at++) {
    await timePage(address, paths[at % paths.length] ?? '')
    answered++
  }
}
