import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../../../engine/settings.ts'
import { readFeedList } from '../../../indexer/watch/feed-list.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-feeds-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const list = (text: string) => {
  writeFileSync(join(folder, 'feeds'), text)
  return readFeedList(join(folder, 'feeds'))
}

describe('readFeedList', () => {
  it('reads an address a line, without remarks, each once', () => {
    const text =
      '# Wires\r\nhttps://one.example/feed\r\n\n  https://two.example/feed\nhttps://one.example/feed'
    expect(list(text)).toEqual(['https://one.example/feed', 'https://two.example/feed'])
  })

  it('reads OPML with its folders', () => {
    const text = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Wires">
      <outline type="rss" text="One" xmlUrl="https://one.example/feed"/></outline>
      <outline type="rss" text="Two" xmlUrl="https://two.example/feed?a=1&amp;b=2"/></body></opml>`
    expect(list(text)).toEqual(['https://one.example/feed', 'https://two.example/feed?a=1&b=2'])
  })

  it.each([
    ['a line that is no address', 'https://one.example/feed\nftp://two.example', 'line 2'],
    ['an empty file', '# nothing', 'names no feed'],
    ['broken OPML', '<opml version="2.0"><body><outline', 'OPML'],
  ])('refuses %s', (_what, text, reason) => {
    expect(() => list(text)).toThrow(UsageError)
    expect(() => list(text)).toThrow(reason)
  })

  it('says that a file is missing', () => {
    expect(() => readFeedList(join(folder, 'none'))).toThrow('cannot be read')
  })
})
