import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Readable } from 'node:stream'
import type { RunReport } from '../../indexer/report/run-report.ts'
import { page, warcRecord } from './read/make-warc.ts'
import { jsonLine, openDesk, type Desk } from './test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const counts = ({ added, replaced, unchanged }: RunReport) => ({ added, replaced, unchanged })

const mail = (number: number) =>
  `From a@b.example Mon Apr 25 10:00:00 2016\nMessage-ID: <${number}@b.example>\nSubject: Mail ${number}\n\nLetter number ${number} said little.\n`
const row = (number: number) => `Row ${number},The table has a row number ${number}.\n`
const item = (number: number) =>
  `<item><guid>${number}</guid><title>Item ${number}</title><description>Entry number ${number} of the feed.</description></item>`
const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>The Sample Gazette</title>${items.join('')}</channel></rss>`

describe('reading again', () => {
  it('changes nothing, also when articles have moved within their files', async () => {
    const line = (number: number) =>
      jsonLine({ title: `Line ${number}`, text: `This is line number ${number}.` })
    const write = (order: readonly number[]) => {
      desk.write('a.csv', `title,text\n${order.map(row).join('')}`)
      desk.write('a.jsonl', order.map(line).join('\n'))
      desk.write(
        'a.json',
        `[${order.map((at) => jsonLine({ id: at, text: `Element number ${at}.` })).join(',')}]`,
      )
      desk.write('a.mbox', order.map(mail).join('\n'))
      desk.write('a.rss', feed(...order.map(item)))
    }
    write([1, 2])
    expect(counts(await desk.index())).toEqual({ added: 10, replaced: 0, unchanged: 0 })
    const before = desk.archive.lastChange()
    expect(counts(await desk.index())).toEqual({ added: 0, replaced: 0, unchanged: 10 })
    write([2, 1])
    expect(counts(await desk.index())).toEqual({ added: 0, replaced: 0, unchanged: 10 })
    expect(desk.archive.lastChange()).toBe(before)
  })

  it('does not swap two states of one page that a web archive has', async () => {
    const states = ['2021-03-01T10:00:00Z', '2021-04-01T10:00:00Z'].map((date) =>
      warcRecord({ date, body: page(`As of ${date}`) }),
    )
    desk.write('a.warc', Buffer.concat(states))
    expect(counts(await desk.index())).toEqual({ added: 1, replaced: 1, unchanged: 0 })
    const before = desk.archive.lastChange()
    expect(counts(await desk.index())).toEqual({ added: 0, replaced: 0, unchanged: 2 })
    expect(desk.archive.lastChange()).toBe(before)
    const [article] = desk.archive.changes(0, 9).flatMap(({ article }) => article ?? [])
    expect(article?.title).toBe('As of 2021-04-01T10:00:00Z')
    expect(article?.origin).toBe(
      `${desk.folder}/a.warc#https://gazette.example/corvette 2021-04-01T10:00:00Z`,
    )
  })

  it('takes two streams through standard input for two sources', async () => {
    const index = (text: string) =>
      desk.index({ paths: ['-'], input: Readable.from([Buffer.from(jsonLine({ id: 1, text }))]) })
    await index('The first stream has an article of this id.')
    expect(counts(await index('And the second one has another.'))).toMatchObject({ added: 1 })
    expect(counts(await index('And the second one has another.'))).toMatchObject({ unchanged: 1 })
  })

  it('keeps both articles where a file is used again, and says so', async () => {
    desk.write(
      'latest.txt',
      'title: Corvette sold to the islands\n\nIt left the yard on Monday with a crew of ninety.',
    )
    await desk.index()
    desk.write(
      'latest.txt',
      'title: Talks end without a date\n\nBoth delegations went home and agreed on nothing.',
    )
    const report = await desk.index()
    expect(counts(report)).toMatchObject({ added: 1, replaced: 0 })
    expect(report.conflicts.groups[0]?.reason).toContain('another title and text: kept as two')
  })
})
