import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Archive } from '../engine/archive/archive.ts'
import { DatabaseUnusable } from '../engine/archive/open-database.ts'
import { ArchiveUnreadable } from '../engine/archive/schema.ts'
import { engineChoice, openEngine } from '../engine/open-engine.ts'
import { EngineUnavailable } from '../engine/search-engine.ts'
import { readCommandLine, settingsHelp, UsageError, type CommandLine } from '../engine/settings.ts'
import { readAddress, requireAccounts, warningOf, type Address } from './address.ts'
import { createApp } from './app.ts'
import { Correcting } from './corrections/correcting.ts'
import { bringIndexUpToDate, loadSampleIfDue } from './first-start.ts'
import { StoreUnreadable } from './store/schema.ts'
import { Store } from './store/store.ts'

const say = (line: string) => {
  console.log(line)
}

try {
  const line = readCommandLine('start', process.argv.slice(2), process.env, {
    switches: [],
    values: [],
  })
  if (line.switches.has('help')) say(`Serves the site.\n\nSettings\n${settingsHelp('start')}`)
  else await serve(line)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

/** Opens everything, listens, and closes everything in the opposite order when the process is asked to end. */
async function serve({ settings, words }: CommandLine): Promise<void> {
  if (words.length > 0) {
    throw new UsageError(
      `“${words.join(' ')}” is not an option. To add articles: npm run index -- PATH…`,
    )
  }
  const address = readAddress(settings)
  const stop = stopOnSignal()
  await using closing = new AsyncDisposableStack()
  const archive = closing.adopt(new Archive(settings.DATA_DIR), (opened) => {
    opened.close()
  })
  const store = closing.adopt(new Store(settings.DATA_DIR), (opened) => {
    opened.close()
  })
  requireAccounts(address, store.accounts.any())
  const engine = closing.adopt(await openEngine(engineChoice(settings), archive), (opened) =>
    opened.close(),
  )
  const preparation = { archive, engine, say, stop }
  await loadSampleIfDue(preparation)
  if (stop.aborted) return
  const correcting = new Correcting(archive, engine)
  const app = createApp({
    ...{ engine, archive, store, correcting },
    allowedHosts: address.allowedHosts,
    access: address.access,
  })
  const server = closing.adopt(app.listen(address.port, address.host), closeServer)
  await listening(server, address)
  say(`Dateline is at ${shownUrl(server)} (Ctrl-C ends it)`)
  const warning = warningOf(address, store.accounts.any())
  if (warning !== '') say(warning)
  const upToDate = bringIndexUpToDate(preparation)
  closing.defer(async () => {
    // Whoever writes the index stops, and gives its lease back, before the archive is closed.
    correcting.stop()
    await engine.close()
    await upToDate.catch(() => undefined)
    await correcting.ended()
  })
  // The file may have been edited by hand, or a correction interrupted, while no site ran.
  void upToDate.then(() => correcting.follow()).catch(() => undefined)
  await Promise.race([aborted(stop), upToDate.then(() => aborted(stop))])
}

function listening(server: Server, { port, host }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === undefined
          ? cause
          : new UsageError(addressFault(cause.code, host, port), { cause }),
      )
    })
  })
}

function addressFault(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use, perhaps by another Dateline. End that program, or choose another port: PORT=${port + 1} npm start`
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used. Choose one above 1023: PORT=3000 npm start`
  return `The site cannot listen on ${host}, port ${port} (${code}). Check HOST and PORT.`
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    // Browsers keep connections open for minutes.
    server.closeAllConnections()
  })
}

function shownUrl(server: Server): string {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

/** The first SIGINT or SIGTERM asks for a clean end; a second one does not wait for it. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130)
      stop.abort()
    })
  }
  return stop.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => {
      resolve()
    })
  })
}

function explain(error: unknown): string {
  const expected = [
    UsageError,
    EngineUnavailable,
    ArchiveUnreadable,
    StoreUnreadable,
    DatabaseUnusable,
  ]
  if (!(error instanceof Error)) return String(error)
  const isExpected = expected.some((kind) => error instanceof kind)
  return isExpected ? error.message : (error.stack ?? error.message)
}
