import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { anonymousMegabytes, residentMegabytes, shown } from './measure.ts'

/** A site started as a reader starts it. */
export interface RunningSite {
  readonly address: string
  readonly pid: number
  /** From the start of the process to a healthy answer. */
  readonly startMs: number
  stop(): Promise<void>
}

/** Starts the site over a data folder on a free port and waits until it is healthy. Throws when it ends or stays silent for a minute. */
export async function startSite(dataDir: string): Promise<RunningSite> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../server/start.js', import.meta.url))],
    {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, MEILI_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const address = await printedAddress(child)
  const health = await fetch(`${address}/health`)
  if (!health.ok) throw new Error(`The site is not healthy: ${await health.text()}`)
  return {
    address,
    pid: child.pid ?? 0,
    startMs: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill()
      reject(new Error('The site did not say its address within a minute.'))
    }, 60_000)
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`The site ended before it was ready:\n${printed}`))
    })
  })
}

/** Milliseconds from asking for a page to having it whole. Throws when it is not a good one. */
export async function timePage(address: string, path: string): Promise<number> {
  const started = performance.now()
  const page = await fetch(address + path)
  const text = await page.text()
  if (!page.ok) throw new Error(`${path} answered ${page.status}: ${words(text)}`)
  return performance.now() - started
}

/** What a page says, without its markup. */
function words(page: string): string {
  return page
    .replace(/<style.*?<\/style>|<[^>]*>/gs, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 500)
}

/** Memory of the site now: all that is in memory, and of that what is no file's. */
export function memoryOf(site: RunningSite): [resident: string, anonymous: string] {
  return [shown(residentMegabytes(site.pid), 0), shown(anonymousMegabytes(site.pid), 0)]
}
