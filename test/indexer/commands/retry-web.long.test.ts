import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { indexPathsCommand } from '../../../indexer/commands/index-paths.ts'
import { retryCommand } from '../../../indexer/commands/retry.ts'
import { WebClient } from '../../../indexer/fetch/web-client.ts'
import { serve, type Answers, type LocalServer } from '../fetch/local-server.ts'
import { openDesk, type Desk } from '../test-desk.ts'
import { runCommand } from './run-command.ts'

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
  for (const path of Object.keys(answers)) Reflect.deleteProperty(answers, path)
})

/** Without a pause between requests. */
const allowed = () => ({ client: new WebClient({ reach: () => true, pause: 0 }) })
const index = (path: string, tools = allowed()) =>
  runCommand(indexPathsCommand, [server.url + path], desk, tools)
const retry = () => runCommand(retryCommand, [], desk, allowed())
const titles = () => desk.archive.changes(0, 100).map(({ article }) => article?.title)
const aside = () => desk.archive.setAside('', 10).map(({ file }) => file)

const sentence = 'The corvette took on supplies in the harbour before it left. '
const paragraph = `<p>${sentence.repeat(12)}</p>`
const page = (headline: string) =>
  `<html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${paragraph}<p>Then it sailed.</p></article></body></html>`
const feed = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>Harbour Daily</title>${items.join('')}</channel></rss>`
const item = (title: string, text = paragraph) =>
  `<item><title>${title}</title><guid>${title}</guid><content:encoded><![CDATA[${text}]]></content:encoded></item>`

describe('a retry of what came from the web', () => {
  it('asks the addresses again that gave nothing', async () => {
    await index('/feed.xml', { client: new WebClient() })
    await index('/page')
    expect(aside()).toEqual([`${server.url}/feed.xml`, `${server.url}/page`])
    answers['/feed.xml'] = feed(item('First'))
    answers['/page'] = page('Second')
    const { code, said } = await retry()
    expect(titles().sort()).toEqual(['First', 'Second'])
    expect(said).toContain('Still set aside: 0.')
    expect(code).toBe(0)
  })

  it('keeps what still gives nothing, and ends with an error', async () => {
    await index('/gone')
    const { code, said } = await retry()
    expect(code).toBe(1)
    expect(said).toContain('Still set aside: 1.')
    expect(aside()).toEqual([`${server.url}/gone`])
  })

  it('asks for a page that was no article, though its server tells no change', async () => {
    answers['/page'] = '<html><body></body></html>'
    await index('/page')
    await retry()
    expect(aside()).toEqual([`${server.url}/page`])
    answers['/page'] = page('Second')
    await retry()
    expect(titles()).toEqual(['Second'])
    expect(aside()).toEqual([])
  })

  it('reads an entry without an address from its feed', async () => {
    answers['/feed.xml'] = feed(item('First'), item('Second', ''))
    await index('/feed.xml')
    expect(aside()).toEqual([`${server.url}/feed.xml#Second`])
    answers['/feed.xml'] = feed(item('First'), item('Second'))
    await retry()
    expect(titles().sort()).toEqual(['First', 'Second'])
    expect(aside()).toEqual([])
  })
})

describe('a feed that gave nothing', () => {
  it('is set aside no more once a run has read it', async () => {
    await index('/feed.xml')
    answers['/feed.xml'] = feed(item('First'))
    await index('/feed.xml')
    expect(aside()).toEqual([])
  })
})
