import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { LeaseHeld } from '../../../engine/archive/lease.ts'
import { DatabaseUnusable } from '../../../engine/archive/open-database.ts'
import type { CommandTools } from '../../../indexer/commands/command.ts'
import { systemClock, type Clock } from '../../../indexer/fetch/clock.ts'
import { WebClient } from '../../../indexer/fetch/web-client.ts'
import { watch } from '../../../indexer/watch/watch.ts'
import { serve, type Answers, type LocalServer } from '../fetch/local-server.ts'
import { lists, openDesk, type Desk } from '../test-desk.ts'

let desk: Desk
let server: LocalServer
const answers: Record<string, Answers[string]> = {}
beforeEach(async () => {
  desk = await openDesk()
  server = await serve(answers)
})
afterEach(async () => {
  await desk.close()
  await server.close()
})

const text = (title: string) =>
  `${title}\n\nThe corvette left the harbour. It had taken on supplies.`
const item = (title: string) =>
  `<item><title>${title}</title><link>/${title}</link><description>In short: the corvette ${title}.</description></item>`
const feed = (...titles: readonly string[]) =>
  `<rss version="2.0"><channel><title>Harbour Daily</title>${titles.map(item).join('')}</channel></rss>`

/** Waits are a hundredth of what they are. */
const fast: Clock = {
  now: () => systemClock.now(),
  sleep: (milliseconds, stop) => systemClock.sleep(Math.min(milliseconds, 20), stop),
}

interface Watching {
  readonly said: string[]
  /** Waits for something to become true. */
  until(isSo: () => boolean): Promise<void>
  end(): Promise<void>
}

function start(what: {
  readonly paths?: readonly string[]
  readonly addresses?: readonly string[]
  readonly opened?: CommandTools['opened']
}): Watching {
  const said: string[] = []
  const stop = new AbortController()
  const { paths = [], addresses = [] } = what
  const opened: CommandTools['opened'] = what.opened ?? ((work) => work(desk))
  const ended = watch({
    opened,
    say: (line) => said.push(line),
    paths,
    addresses: () => addresses,
    dataDir: desk.archive.dataDir,
    every: 20,
    pages: 'none',
    client: new WebClient({ reach: () => true, pause: 0 }),
    lists,
    clock: fast,
    look: 20,
    stop: stop.signal,
  })
  return {
    said,
    until: async (isSo) => {
      while (!isSo()) await Promise.race([setTimeout(10), ended])
    },
    end: async () => {
      stop.abort()
      await ended
    },
  }
}

const titles = () =>
  desk.archive
    .changes(0, 100)
    .flatMap(({ article }) => (article ? [article.title] : []))
    .sort()

describe('watch', () => {
  it('takes in the files of a folder, and those that come later', async () => {
    desk.write('a.txt', text('First'))
    const watching = start({ paths: [desk.folder] })
    await watching.until(() => desk.archive.count() === 1)
    desk.write('b.txt', text('Second'))
    await watching.until(() => desk.archive.count() === 2)
    await watching.end()
    expect(titles()).toEqual(['First', 'Second'])
    expect(watching.said.join('\n')).toMatch(/UTC: added 1, replaced 0, set aside 0\.\n.*added 1/)
  })

  it('takes in what is new in a feed, each pass a run of the journal', async () => {
    answers['/feed'] = feed('one')
    const watching = start({ addresses: [`${server.url}/feed`] })
    await watching.until(() => desk.archive.count() === 1)
    const visits = server.asked.length
    // Visits that find nothing new are no runs.
    await watching.until(() => server.asked.length > visits + 3)
    answers['/feed'] = feed('two', 'one')
    await watching.until(() => desk.archive.count() === 2)
    await watching.end()
    expect(titles()).toEqual(['one', 'two'])
    expect(desk.archive.latestRuns(10)).toHaveLength(2)
  })

  it('goes on when a feed fails and comes back', async () => {
    answers['/feed'] = (_request, response) => response.writeHead(500).end()
    const address = `${server.url}/feed`
    const watching = start({ addresses: [address] })
    await watching.until(() => watching.said.length > 0)
    answers['/feed'] = feed('one')
    await watching.until(() => desk.archive.count() === 1)
    await watching.until(() => watching.said.includes(`${address} can be read again.`))
    await watching.end()
    expect(watching.said[0]).toMatch(/answers with status 500$/)
  })

  it.each([
    ['somebody else is writing', new LeaseHeld('The archive is being written by another.')],
    ['the disk is full', new DatabaseUnusable('The disk is full.')],
  ])('waits while %s, says so once, and loses nothing', async (_when, error) => {
    desk.write('a.txt', text('First'))
    answers['/feed'] = feed('one')
    let attempts = 0
    const watching = start({
      paths: [desk.folder],
      addresses: [`${server.url}/feed`],
      opened: async (work) => {
        if (++attempts <= 4) throw error
        return work(desk)
      },
    })
    await watching.until(() => desk.archive.count() === 2)
    await watching.end()
    expect(titles()).toEqual(['First', 'one'])
    expect(watching.said.filter((line) => line === `Waiting: ${error.message}`)).toHaveLength(1)
    expect(watching.said).toContain('Going on.')
  })

  it('ends while it waits', async () => {
    desk.write('a.txt', text('First'))
    const watching = start({
      paths: [desk.folder],
      opened: async () => {
        throw new LeaseHeld('The archive is being written by another.')
      },
    })
    await watching.until(() => watching.said.length > 0)
    await watching.end()
    expect(desk.archive.count()).toBe(0)
  })
})
