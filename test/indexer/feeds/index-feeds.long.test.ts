import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ServerResponse } from 'node:http'
import { indexPathsCommand } from '../../../indexer/commands/index-paths.ts'
import type { PageWish } from '../../../indexer/feeds/visit.ts'
import { webLines } from '../../../indexer/feeds/web-lines.ts'
import { WebSource } from '../../../indexer/feeds/web-source.ts'
import { WebClient } from '../../../indexer/fetch/web-client.ts'
import { processingVersion } from '../../../indexer/make-entry.ts'
import { runCommand } from '../commands/run-command.ts'
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
  for (const path of Object.keys(answers)) Reflect.deleteProperty(answers, path)
})

const sentence = 'The corvette took on supplies in the harbour before it left. '
const paragraph = (text: string) => `<p>${text} ${sentence.repeat(6)}</p>`
const page = (headline: string, text: string) =>
  `<html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${paragraph(text)}${paragraph('Then it sailed.')}</article></body></html>`
const feed = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>Harbour Daily | World</title>${items.join('')}</channel></rss>`
const teaser = (path: string, title: string) =>
  `<item><title>${title}</title><link>${path}</link><description>In short: ${title}.</description>
   <pubDate>Tue, 15 Mar 2016 08:00:00 GMT</pubDate></item>`
const whole = (path: string, title: string, text: string) =>
  `<item><title>${title}</title><link>${path}</link><content:encoded><![CDATA[${paragraph(text).repeat(3)}]]></content:encoded></item>`
const status = (code: number) => (_request: unknown, response: ServerResponse) => {
  response.writeHead(code).end()
}

/** Each run with a client of its own, which does not pause between requests. */
const index = async (path: string, pages: PageWish = 'missing') => {
  const client = new WebClient({ reach: () => true, pause: 0 })
  const options = { client, pages, processing: processingVersion(lists) }
  const web = new WebSource([server.url + path], desk.archive, options)
  try {
    const { run } = await desk.index({ paths: [], more: () => web.readings() })
    web.remember(desk.lease, run)
    return webLines(web.counts())
  } finally {
    web.close()
  }
}
const articles = () =>
  desk.archive.changes(0, 100).flatMap(({ article }) => (article === undefined ? [] : [article]))

describe('npm run index -- URL', () => {
  it('takes what a feed carries whole, and fetches the pages of the rest', async () => {
    answers['/feed'] = feed(whole('/1', 'First', 'One whole text.'), teaser('/2', 'Second'))
    answers['/2'] = page('Second', 'Text of the page.')
    await index('/feed')
    expect(server.asked).toEqual(['/robots.txt', '/feed', '/2'])
    const stored = articles()
    expect(stored).toMatchObject([
      { outlet: 'Harbour Daily', url: `${server.url}/1` },
      { published: '2016-03-15', origin: `${server.url}/2` },
    ])
    expect(stored.map(({ text }) => text.slice(0, 8))).toEqual(['One whol', 'Text of '])
    expect(stored.map(({ id }) => desk.archive.original(id)?.mediaType)).toEqual([
      'application/json',
      'text/html',
    ])
  })

  it('reads a feed again only for what is new, and asks the server whether it changed', async () => {
    const items = [teaser('/1', 'First')]
    answers['/feed'] = (request, response) => {
      const etag = `"${items.length}"`
      const same = request.headers['if-none-match'] === etag
      response.writeHead(same ? 304 : 200, { etag }).end(same ? '' : feed(...items))
    }
    answers['/1'] = page('First', 'Text of the first page.')
    answers['/2'] = page('Second', 'Text of the second page.')
    await index('/feed')
    await index('/feed')
    items.unshift(teaser('/2', 'Second'))
    const said = await index('/feed')
    expect(said).toContain('1 entry of feeds known already.')
    expect(server.asked.filter((path) => path !== '/robots.txt' && path !== '/feed')).toEqual([
      '/1',
      '/2',
    ])
    expect(articles()).toHaveLength(2)
  })

  it('indexes the summary where a page cannot be had, says so, and takes the page when it can', async () => {
    answers['/feed'] = feed(teaser('/1', 'First'), teaser('/2', 'Second'))
    answers['/1'] = status(500)
    const said = await index('/feed')
    expect(articles().map(({ text }) => text)).toEqual(['In short: First.', 'In short: Second.'])
    const host = new URL(server.url).host
    expect(said).toContain(`Only the summary of 1 article: ${host} answers with status 500`)
    expect(said).toContain(`Only the summary of 1 article: ${host} answers with status 404`)
    answers['/1'] = page('First', 'Text of the page.')
    await index('/feed')
    const [, replaced] = articles()
    expect(articles()).toHaveLength(2)
    expect(replaced?.text).toContain('Text of the page.')
    // What is gone is not asked for again.
    expect(server.asked.filter((path) => path === '/2')).toHaveLength(1)
  })

  it('knows an entry by its address, whatever id the feed gives it each time', async () => {
    let times = 0
    answers['/feed'] = (_request, response) => {
      const guid = `<guid isPermaLink="false">${++times}</guid>`
      response.end(
        feed(whole('/1', 'First', 'One whole text.').replace('</item>', `${guid}</item>`)),
      )
    }
    await index('/feed')
    const said = await index('/feed')
    expect(said).toContain('1 entry of feeds known already.')
    expect(articles()).toHaveLength(1)
  })

  it('fetches no page when it is told not to', async () => {
    answers['/feed'] = feed(teaser('/1', 'First'))
    await index('/feed', 'none')
    expect(server.asked).not.toContain('/1')
    expect(articles()[0]?.text).toBe('In short: First.')
  })

  it('takes the article at the address of a page', async () => {
    answers['/a'] = page('Alone', 'Text of the page.')
    await index('/a')
    expect(articles()[0]).toMatchObject({ title: 'Alone', url: `${server.url}/a` })
  })

  it('sets an address aside that gives nothing, and ends with an error', async () => {
    const client = new WebClient({ reach: () => true, pause: 0 })
    const words = [`${server.url}/nothing`]
    const { code, said } = await runCommand(indexPathsCommand, words, desk, { client })
    expect(code).toBe(1)
    expect(said.join('\n')).toContain(`${server.url}/nothing: `)
  })

  it('fetches nothing from the own network unless that is allowed', async () => {
    answers['/a'] = page('Alone', 'Text of the page.')
    const { code, said } = await runCommand(indexPathsCommand, [`${server.url}/a`], desk)
    expect(code).toBe(1)
    expect(said.join('\n')).toContain('set ALLOW_PRIVATE_ADDRESSES=1')
    expect(server.asked).toEqual([])
  })
})
