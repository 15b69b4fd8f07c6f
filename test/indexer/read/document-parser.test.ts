import { afterEach, describe, expect, it } from '@jest/globals'
import { deflateSync } from 'node:zlib'
import { pdfOf } from './make-pdf.ts'
import { DocumentParser, ParserClosed } from '../../../indexer/read/document-parser.ts'

const good = Buffer.from(
  `<html><head><title>Talks resume</title></head><body><article>${'<p>They met in the morning, and parted at noon, having agreed on nothing at all.</p>'.repeat(8)}</article></body></html>`,
)
// Nested so deeply that a parser either never ends or runs out of stack.
const hostile = Buffer.from(`<html><body>${'<div><p>a,b,c'.repeat(20_000)}</body></html>`)

const page = (bytes: Uint8Array) => ({ kind: 'page', bytes }) as const

let parser: DocumentParser
afterEach(() => {
  parser.close()
})

describe('parsing pages in a process of their own', () => {
  it('gives the article', async () => {
    parser = new DocumentParser()
    expect(await parser.parse(page(good))).toMatchObject({ title: 'Talks resume' })
  })

  it('keeps the pages apart that wait for each other', async () => {
    parser = new DocumentParser()
    const other = Buffer.from(good.toString().replace('Talks resume', 'Talks end'))
    const drafts = await Promise.all([
      parser.parse(page(good)),
      parser.parse(page(other)),
      parser.parse(page(good)),
    ])
    expect(drafts.map(({ title }) => title)).toEqual(['Talks resume', 'Talks end', 'Talks resume'])
  })

  it('gives up a page that exceeds its limits, and parses the next one', async () => {
    parser = new DocumentParser({ milliseconds: 3_000, megabytes: 512 })
    await parser.parse(page(good))
    const [first, second] = await Promise.allSettled([
      parser.parse(page(hostile)),
      parser.parse(page(good)),
    ])
    expect(first.status).toBe('rejected')
    expect(second).toMatchObject({ status: 'fulfilled', value: { title: 'Talks resume' } })
  })

  it('outlives a page that takes more memory than it may', async () => {
    parser = new DocumentParser({ milliseconds: 15_000, megabytes: 60 })
    const greedy = Buffer.from(`<p>${'<'.repeat(3_000_000)} text</p>`)
    const [first, second] = await Promise.allSettled([
      parser.parse(page(greedy)),
      parser.parse(page(good)),
    ])
    expect(String(first.status === 'rejected' && first.reason)).toContain('60 MB of memory')
    expect(second).toMatchObject({ status: 'fulfilled', value: { title: 'Talks resume' } })
  })

  it('outlives a document that unpacks to more than it may take', async () => {
    parser = new DocumentParser({ milliseconds: 10_000, megabytes: 100 })
    const blanks = deflateSync(Buffer.alloc(512 * 1024 * 1024, ' '), { level: 1 })
    const bomb = pdfOf([[]])
      .toString('latin1')
      .replace(
        /<< \/Length 0 >>\nstream\n/,
        `<< /Length ${blanks.length} /Filter /FlateDecode >>\nstream\n${blanks.toString('latin1')}`,
      )
    const bytes = Buffer.from(bomb, 'latin1')
    await expect(parser.parse({ kind: 'pdf', bytes })).rejects.toThrow('100 MB of memory')
    expect(await parser.parse(page(good))).toMatchObject({ title: 'Talks resume' })
  })

  it('says so when a page takes too long', async () => {
    parser = new DocumentParser({ milliseconds: 1, megabytes: 512 })
    await expect(parser.parse(page(good))).rejects.toThrow('took longer than 0.001 s')
  })

  it('gives up what it is at, and what waits, when it is closed', async () => {
    parser = new DocumentParser()
    const answers = [parser.parse(page(hostile)), parser.parse(page(good))]
    parser.close()
    answers.push(parser.parse(page(good)))
    for (const answer of answers) await expect(answer).rejects.toThrow(ParserClosed)
  })

  it('says why a page has no article', async () => {
    parser = new DocumentParser()
    await expect(parser.parse(page(Buffer.from('<p></p>')))).rejects.toThrow('no article was found')
  })
})
