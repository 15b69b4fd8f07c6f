import { LeaseHeld } from '../../engine/archive/lease.ts'
import { ArchiveUnreadable } from '../../engine/archive/schema.ts'
import { EngineUnavailable } from '../../engine/search-engine.ts'
import { UsageError } from '../../engine/settings.ts'
import type { CommandTools, Opened } from '../commands/command.ts'
import { exitCodes } from '../commands/command.ts'
import type { Clock } from '../fetch/clock.ts'
import { indexPaths, silentProgress, type Lists } from '../pipeline.ts'
import type { Reading } from '../read/source-record.ts'
import { declineSample } from '../sample.ts'
import { passLines } from './pass-lines.ts'

/** Something to store. */
export interface Pass {
  /** For the journal. */
  readonly named: string
  readonly paths: readonly string[]
  readonly readings: readonly Reading[]
  /** Called when all of it is stored, while the archive is open for writing. */
  readonly stored?: (opened: Opened) => void
}

/** What storing needs. */
export interface PassOptions extends Pick<CommandTools, 'opened' | 'say'> {
  readonly lists: Lists
  readonly clock: Clock
  readonly stop: AbortSignal
}

/** Milliseconds between two attempts: where somebody else is writing, and, doubled each time, where something is wrong. */
const waits = { held: 2_000, first: 5_000, longest: 60_000 }

/** Stores passes one after the other, each an ordinary run, and waits where that is not possible. */
export class Passes {
  readonly #options: PassOptions
  #last: Promise<unknown> = Promise.resolve()
  #isBehind = false

  constructor(options: PassOptions) {
    this.#options = options
  }

  /** Whether the search index could not follow what was stored. */
  get isBehind(): boolean {
    return this.#isBehind
  }

  /** Resolves when the pass is stored, or when the watch was stopped before it could be. Rejects where waiting cannot help. */
  store(pass: Pass): Promise<void> {
    const turn = this.#last.then(() => this.#patiently((opened) => this.#index(pass, opened)))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Brings the search index up to date with what is stored already, if that is possible now. */
  async catchUp(): Promise<void> {
    const turn = this.#last.then(() =>
      this.#options.opened(async ({ engine, lease }) => {
        await engine.sync(lease)
        return exitCodes.completed
      }),
    )
    this.#last = turn.catch(() => undefined)
    try {
      await turn
    } catch (error) {
      // Why it is behind was said; it is tried again.
      if (error instanceof EngineUnavailable || error instanceof LeaseHeld) return
      throw error
    }
    this.#isBehind = false
    this.#options.say('The search index has caught up.')
  }

  async #patiently(work: (opened: Opened) => Promise<void>): Promise<void> {
    const { clock, opened, say, stop } = this.#options
    let told = ''
    for (let failures = 0; !stop.aborted; failures++) {
      try {
        await opened(async (tools) => {
          await work(tools)
          return exitCodes.completed
        })
        if (told !== '') say('Going on.')
        return
      } catch (error) {
        if (error instanceof ArchiveUnreadable || error instanceof UsageError) throw error
        const reason = error instanceof Error ? error.message : String(error)
        // Who holds the lease since when is one reason, however often it is asked.
        if (reason !== told) say(`Waiting: ${reason}`)
        told = reason
        await clock.sleep(waitAfter(error, failures), stop).catch(() => undefined)
      }
    }
  }

  async #index(pass: Pass, opened: Opened): Promise<void> {
    const { lists, say, stop } = this.#options
    declineSample(opened.archive, opened.lease)
    const report = await indexPaths({
      ...opened,
      paths: pass.paths,
      named: `watch: ${pass.named}`,
      more: () => each(pass.readings),
      lists,
      sample: false,
      progress: silentProgress,
      stop,
    })
    if (!report.stopped) pass.stored?.(opened)
    this.#isBehind = report.behind !== undefined
    for (const line of passLines(report, new Date())) say(line)
  }
}

function waitAfter(error: unknown, failures: number): number {
  if (error instanceof LeaseHeld) return waits.held
  return Math.min(waits.first * 2 ** failures, waits.longest)
}

async function* each(readings: readonly Reading[]): AsyncGenerator<Reading> {
  yield* readings
}
