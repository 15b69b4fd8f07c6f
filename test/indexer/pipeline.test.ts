import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { EngineUnavailable, type SearchEngine } from '../../engine/search-engine.ts'
import { silentProgress } from '../../indexer/pipeline.ts'
import type { RunReport } from '../../indexer/report/run-report.ts'
import { jsonLine, openDesk, type Desk } from './test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const counts = ({ added, replaced, unchanged, setAside }: RunReport) => ({
  added,
  replaced,
  unchanged,
  setAside: setAside.count,
})
const reasons = (report: RunReport) => report.setAside.groups.map(({ reason }) => reason)
const everyArticle = () => desk.archive.changes(0, 1000).flatMap(({ article }) => article ?? [])

describe('indexing a pile', () => {
  it('takes in text, pages and JSON lines, and finds them', async () => {
    desk.write(
      'harbour.txt',
      'Frigate returns to port\n\nThe frigate docked after nine months at sea.',
    )
    desk.write(
      'lines.jsonl',
      jsonLine({
        title: 'Frigate repaired',
        text: 'The shipyard finished its work.',
        published: '4/27/16',
      }),
    )
    desk.write(
      'deep/packed.jsonl.gz',
      gzipSync(jsonLine({ text: 'A frigate was sold.\nNobody said for how much.' })),
    )
    const paragraph =
      '<p>The frigate left the harbour in the morning, accompanied by two tugs and a pilot boat.</p>'
    desk.write(
      'page.html',
      `<html><head><title>Frigate leaves</title></head><body><article>${paragraph.repeat(6)}</article></body></html>`,
    )
    expect(counts(await desk.index())).toEqual({ added: 4, replaced: 0, unchanged: 0, setAside: 0 })
    const { total, hits } = await desk.search('frigate')
    expect(total).toBe(4)
    expect(hits.map(({ title }) => title).sort()).toEqual([
      'A frigate was sold.',
      'Frigate leaves',
      'Frigate repaired',
      'Frigate returns to port',
    ])
  })

  it('stores where each article is from, its date and its facets', async () => {
    const path = desk.write(
      'a.jsonl',
      `\n${jsonLine({ title: 'Talks', text: 'Defence Minister Sergei Shoigu spoke in Tehran of the S-300.', published: '4/27/16' })}`,
    )
    await desk.index()
    const [article] = everyArticle()
    expect(article).toMatchObject({ origin: `${path}#2`, published: '2016-04-27', sample: false })
    expect(article?.facets.weapons.map(({ name }) => name)).toEqual(['S-300'])
    expect(article?.facets.people[0]?.evidence[0]?.field).toBe('text')
  })

  it('changes nothing the second time', async () => {
    desk.write('a.txt', 'One\n\nThe first text.')
    desk.write(
      'b.jsonl',
      jsonLine({ id: 1, text: 'The second text.' }) + jsonLine({ id: 2, text: 'The third text.' }),
    )
    await desk.index()
    const before = desk.archive.lastChange()
    expect(counts(await desk.index())).toEqual({ added: 0, replaced: 0, unchanged: 3, setAside: 0 })
    expect(desk.archive.lastChange()).toBe(before)
  })

  it('replaces the article of a file that changed, and finds its new text only', async () => {
    desk.write('a.txt', 'Talks\n\nThe delegation arrived.')
    await desk.index()
    const [before] = everyArticle()
    desk.write('a.txt', 'Talks\n\nThe delegation departed.')
    expect(counts(await desk.index())).toMatchObject({ added: 0, replaced: 1 })
    const [after] = everyArticle()
    expect(after).toMatchObject({
      id: before?.id,
      sequence: before?.sequence,
      firstIndexed: before?.firstIndexed,
    })
    expect((await desk.search('arrived')).total).toBe(0)
    expect((await desk.search('departed')).total).toBe(1)
  })

  it('knows a file that was moved', async () => {
    const path = desk.write('a.txt', 'Talks\n\nThe delegation arrived.')
    await desk.index()
    mkdirSync(join(desk.folder, 'moved'))
    renameSync(path, join(desk.folder, 'moved', 'b.txt'))
    expect(counts(await desk.index())).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('reports a conflict and keeps both', async () => {
    const url = 'https://paper.example/talks'
    desk.write(
      'a.jsonl',
      jsonLine({ id: 'x', url, text: 'The talks began.' }) +
        jsonLine({ id: 'y', url, text: 'The talks ended.' }),
    )
    const report = await desk.index()
    expect(counts(report)).toMatchObject({ added: 2 })
    expect(report.conflicts.groups[0]).toMatchObject({ count: 1, first: [{ line: 2 }] })
    expect(report.conflicts.groups[0]?.reason).toContain('same address')
  })

  it('reads a file once that was named twice, and looks for no others', async () => {
    const path = desk.write('a.txt', 'One\n\nThe first text.')
    desk.write('b.txt', 'Two\n\nThe second text.')
    expect(counts(await desk.index({ paths: [path, path] }))).toMatchObject({
      added: 1,
      unchanged: 0,
    })
  })

  it('passes over hidden files and its own data folder, and does not follow links', async () => {
    desk.write('.hidden.txt', 'Hidden\n\nA text.')
    desk.write('.hidden/a.txt', 'Hidden\n\nA text.')
    symlinkSync('/', join(desk.folder, 'root'))
    const report = await desk.index({ paths: [desk.folder, desk.archive.dataDir] })
    expect(counts(report)).toEqual({ added: 0, replaced: 0, unchanged: 0, setAside: 2 })
    expect(reasons(report)).toEqual([
      'a symbolic link: not followed',
      'part of the data folder: name its files instead',
    ])
  })

  it('names paths that do not exist and indexes the others', async () => {
    const good = desk.write('a.txt', 'One\n\nThe first text.')
    const report = await desk.index({ paths: ['/no/such/path', good] })
    expect(report.missing).toEqual(['/no/such/path'])
    expect(report.added).toBe(1)
  })

  it('notes the run in the journal and lists what was set aside', async () => {
    desk.write('photo.jpg', 'x')
    desk.write('lines.jsonl', `${jsonLine({ text: 'Good.' })}{"text": "bro\n`)
    const report = await desk.index()
    expect(readFileSync(report.listedIn ?? '', 'utf8')).toBe(
      'what\tfile\tline\treason\n' +
        `set aside\t${desk.folder}/lines.jsonl\t2\tnot valid JSON (the line seems cut off)\n` +
        `set aside\t${desk.folder}/photo.jpg\t\tnot a kind of file that Dateline reads: .jpg\n`,
    )
  })
})

describe('bad input', () => {
  const good = jsonLine({ title: 'Good', text: 'A good article.' })

  it.each<[string, string, string | Uint8Array, string]>([
    [
      'a truncated line',
      'a.jsonl',
      `${good}{"text": "cut of`,
      'not valid JSON (the line seems cut off)',
    ],
    [
      'a line that is no object',
      'a.jsonl',
      `[1]\n${good}`,
      'not an article but an array: each line must be a JSON object',
    ],
    ['an empty article', 'a.jsonl', `{"title":"Empty"}\n${good}`, 'no text'],
    [
      'a line of 17 MB',
      'a.jsonl',
      `{"text":"${'x'.repeat(17 * 1024 * 1024)}"}\n${good}`,
      'too long for one article: 17 MB, at most 16 MB are read',
    ],
    [
      'a truncated .gz',
      'a.jsonl.gz',
      truncatedGzip(good),
      'the compressed file is cut off: what came before is read',
    ],
  ])('%s is set aside and the good article stays', async (_, name, content, reason) => {
    desk.write(name, content)
    const report = await desk.index()
    expect(report.added).toBe(1)
    expect(reasons(report)).toContain(reason)
  })

  it.each<[string, string, string | Uint8Array, string]>([
    ['binary rubbish', 'a.txt', Buffer.from([1, 0, 2, 0xff, 0]), 'binary, not text'],
    [
      'binary rubbish among lines',
      'a.jsonl',
      Buffer.from([1, 0, 2, 0xff, 0]),
      'binary or UTF-16, not lines of JSON in UTF-8',
    ],
    [
      'rubbish that claims to be compressed',
      'a.jsonl.gz',
      'rubbish',
      'the compressed file is damaged: what came before is read',
    ],
    ['an empty file', 'a.txt', '', 'no text: the file is empty'],
    ['a page without an article', 'a.html', '<p></p>', 'no article was found in the page'],
    [
      'a page of 9 MB',
      'a.html',
      `<p>${'x'.repeat(9 * 1024 * 1024)}`,
      'too long for one article: 9 MB, at most 8 MB are read',
    ],
    [
      'a file without an ending',
      'README',
      'x',
      'not a kind of file that Dateline reads: no ending',
    ],
    ['a compressed picture', 'a.jpg.gz', 'x', 'not a kind of file that Dateline reads: .jpg.gz'],
  ])('%s is set aside and the next file is read', async (_, name, content, reason) => {
    desk.write(name, content)
    desk.write('z.txt', 'Good\n\nA good article.')
    const report = await desk.index()
    expect(report.added).toBe(1)
    expect(reasons(report)).toEqual([reason])
  })

  // The superuser may read everything.
  const itAsUser = process.getuid?.() === 0 ? it.skip : it
  itAsUser('may be a file that nobody may read', async () => {
    chmodSync(desk.write('a.txt', 'One\n\nSecret.'), 0)
    expect(reasons(await desk.index())).toEqual(['may not be read: permission denied'])
  })

  it('may be a file that vanishes while the run goes on', async () => {
    const path = desk.write('b.txt', 'One\n\nThe first text.')
    const lines = desk.write('a.jsonl', jsonLine({ text: 'The second text.' }))
    let removed = false
    const report = await desk.index({
      progress: {
        ...silentProgress,
        show: () => {
          if (!removed) for (const each of [path, lines]) rmSync(each)
          removed = true
        },
      },
    })
    expect(report.added).toBe(1)
    expect(reasons(report)).toEqual(['vanished before it was read'])
  })
})

describe('a run that does not come to its end', () => {
  it('stores what was read when it is told to stop, and goes on in the next', async () => {
    for (let file = 0; file < 20; file++)
      desk.write(`${file}.txt`, `Headline ${file}\n\nText number ${file}.`)
    const stop = new AbortController()
    const stopSoon = {
      ...silentProgress,
      show: () => {
        stop.abort()
      },
    }
    const first = await desk.index({ stop: stop.signal, progress: stopSoon })
    expect(first.stopped).toBe(true)
    expect(first.added).toBeLessThan(20)
    expect((await desk.search('')).total).toBe(first.added)
    const second = await desk.index()
    expect(first.added + second.added).toBe(20)
  })

  it('hears that it is told to stop while a piece of a file holds many small records', async () => {
    desk.write('small.jsonl', '{}\n'.repeat(5_000))
    const stop = new AbortController()
    const report = await desk.index({
      stop: stop.signal,
      became: () =>
        setImmediate(() => {
          stop.abort()
        }),
    })
    expect(report.stopped).toBe(true)
    expect(report.setAside.count).toBeLessThan(2_500)
  })

  it('keeps the articles when the engine fails, and says how many it misses', async () => {
    desk.write('a.txt', 'One\n\nThe first text.')
    const { engine } = desk
    const failing: SearchEngine = {
      search: (request) => engine.search(request),
      facetValues: (request) => engine.facetValues(request),
      scan: (request) => engine.scan(request),
      matching: (request) => engine.matching(request),
      suggest: (word, limit) => engine.suggest(word, limit),
      plan: (query, spelling) => engine.plan(query, spelling),
      capabilities: (query, spelling) => engine.capabilities(query, spelling),
      stats: () => engine.stats(),
      close: () => Promise.resolve(),
      sync: () => Promise.reject(new EngineUnavailable('Nothing answers there.')),
      rebuild: () => Promise.reject(new EngineUnavailable('Nothing answers there.')),
    }
    const report = await desk.index({ engine: failing, pauses: [1] })
    expect(report).toMatchObject({
      added: 1,
      behind: { articles: 1, reason: 'Nothing answers there.' },
    })
    expect(desk.archive.count()).toBe(1)
    await desk.index()
    expect((await desk.search('first')).total).toBe(1)
  })
})

/** The good line comes through; then the compressed stream breaks off. */
function truncatedGzip(line: string): Uint8Array {
  const noise = Array.from({ length: 60_000 }, (_, at) =>
    jsonLine({ text: '', at: Math.sin(at) }),
  ).join('')
  const whole = gzipSync(line + noise)
  return whole.subarray(0, Math.floor(whole.length / 50))
}
