import { createInterface } from 'node:readline/promises'
import type { Archive } from '../engine/archive/archive.ts'
import type { Lease } from '../engine/archive/lease.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { plural } from './report/progress.ts'
import { markSample, removeSample, sampleIsOpen } from './sample.ts'

interface Tools {
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly lease: Lease
}

/**
 * Settles what becomes of the sample when own articles come: as the switches say, else as a reader at a terminal
 * answers, once; where there is no terminal it stays and a line says how to remove it. Returns at once when `stop` is aborted.
 */
export async function askAboutSample(
  { archive, engine, lease }: Tools,
  switches: ReadonlySet<string>,
  stop: AbortSignal,
): Promise<void> {
  if (!sampleIsOpen(archive)) return
  const held = plural(archive.sampleCount(), 'sample article')
  const answer =
    answerOf(switches) ?? (await ask(`The archive holds ${held}. Remove them first? [Y/n] `, stop))
  if (answer === 'remove') {
    const removed = await removeSample(archive, engine, lease)
    console.log(`Removed ${plural(removed, 'sample article')}.`)
  } else if (answer === 'keep') {
    markSample(archive, lease, 'kept')
  } else if (!stop.aborted) {
    console.log(`The archive also holds ${held}; to remove them: npm run index -- remove-sample`)
  }
}

type Answer = 'remove' | 'keep'

function answerOf(switches: ReadonlySet<string>): Answer | undefined {
  if (switches.has('remove-sample')) return 'remove'
  return switches.has('keep-sample') ? 'keep' : undefined
}

async function ask(question: string, stop: AbortSignal): Promise<Answer | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // Otherwise Ctrl-C is the terminal's alone and the process waits for ever.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const closed = new Promise<undefined>((resolve) =>
    terminal.once('close', () => {
      resolve(undefined)
    }),
  )
  stop.addEventListener(
    'abort',
    () => {
      terminal.close()
    },
    { once: true },
  )
  try {
    for (;;) {
      const typed = await Promise.race([terminal.question(question), closed])
      if (typed === undefined) return undefined
      const answer = readAnswer(typed)
      if (answer) return answer
    }
  } finally {
    terminal.close()
  }
}

/** Only a plain yes, or just Enter, removes anything; undefined to ask again. */
function readAnswer(typed: string): Answer | undefined {
  if (/^\s*(?:y|yes)?\s*$/i.test(typed)) return 'remove'
  return /^\s*(?:n|no)\s*$/i.test(typed) ? 'keep' : undefined
}
