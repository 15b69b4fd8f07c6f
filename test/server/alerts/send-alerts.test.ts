import { createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { AlertRefused, postAlert, type Webhook } from '../../../server/alerts/post-alert.ts'
import { sendAlerts, type AlertRun } from '../../../server/alerts/send-alerts.ts'
import { namesOf } from '../../../server/names.ts'
import { serve, type LocalServer } from '../../indexer/fetch/local-server.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let folder: string
let printed: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-alerts-'))
  printed = ''
  site = await openTestSite()
  await site.add({ title: 'An old ferry', text: 'It sailed.' })
  site.store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 1 })
  site.store.savedQueries.add(0, { name: 'Quays', search: 'q=quay', seen: 1 })
})
afterEach(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

async function send(more: Partial<AlertRun> = {}): Promise<string> {
  printed = ''
  const { archive, engine, store } = site
  await sendAlerts({
    ...{ archive, engine, store, saved: store.savedQueries.list(0), nameOf: namesOf(site) },
    site: 'https://archive.example',
    channel: 'alerts',
    marks: 'kept',
    print: (text) => {
      printed += text
    },
    ...more,
  })
  return printed
}

describe('alerts', () => {
  it('are silent where nothing is new', async () => {
    expect(await send()).toBe('')
    expect(await send({ folder })).toBe('')
    expect(readdirSync(folder)).toEqual([])
  })

  it('tell of an article once, with every query that finds it, and never again', async () => {
    await site.add({ title: 'Ferry at the quay', text: 'A ferry came.', outlet: 'Harbour Gazette' })
    const told = await send()
    expect(told).toContain('Ferries: 1 new article\n  Articles with “ferry”\n')
    expect(told).toContain('found by “Ferries”, “Quays”')
    expect(told.match(/Ferry at the quay/g)).toHaveLength(1)
    expect(told).toMatch(/https:\/\/archive\.example\/article\/[a-z0-9]+\?q=ferry&newer=1/)
    expect(told).not.toContain('An old ferry')
    expect(await send()).toBe('')
  })

  it('do not tell again of an article that is read again', async () => {
    await site.add({ title: 'New ferry', text: 'A ferry came.' })
    await send()
    await site.add({ title: 'New ferry', text: 'A ferry came, late.' })
    expect(await send()).toBe('')
  })

  it('tell each channel once, and mark nothing where they are only looked at', async () => {
    await site.add({ title: 'New ferry', text: 'A ferry came.' })
    expect(await send({ marks: 'looked at' })).not.toBe('')
    expect(await send()).not.toBe('')
    expect(await send({ channel: 'mail' })).not.toBe('')
    expect(await send({ channel: 'mail' })).toBe('')
  })

  it('are for no one’s eyes but the terminal’s: control characters are left out', async () => {
    await site.add({ title: 'Ferry \u001b[2J\nroot#', text: 'A ferry.' })
    const told = await send()
    expect(told).toContain('* Ferry [2J root#')
  })

  it('say which query can no longer be read, instead of telling of too much', async () => {
    site.store.savedQueries.add(0, { name: 'Broken', search: 'q=ferry&from=some+day', seen: 0 })
    const told = await send()
    expect(told).toContain('Broken needs a look: from=some day: Not a date.')
    expect(told).not.toContain('Broken: ')
  })

  it('write a file of text and one of JSON', async () => {
    await site.add({
      title: 'New ferry',
      text: 'A ferry came.',
      outlet: 'Harbour Gazette',
      published: '2016-04-02',
    })
    await send({ folder })
    const files = readdirSync(folder).toSorted()
    expect(files.map((name) => name.split('.').at(-1))).toEqual(['json', 'txt'])
    expect(readFileSync(join(folder, files[1] ?? ''), 'utf8')).toBe(printed)
    expect(JSON.parse(readFileSync(join(folder, files[0] ?? ''), 'utf8'))).toMatchObject({
      version: 1,
      queries: [{ name: 'Ferries', new: 1, understood: 'Articles with “ferry”' }],
      articles: [{ title: 'New ferry', outlet: 'Harbour Gazette', published: '2016-04-02' }],
    })
  })
})

describe('alerts that are posted', () => {
  const secret = 'a secret of the tests'
  let server: LocalServer
  let received: { body: string; headers: Readonly<Record<string, unknown>> }[]
  let statuses: number[]
  const slept: number[] = []
  const hook = (): Webhook => ({
    url: `${server.url}/hook`,
    secret,
    reach: () => true,
    clock: {
      now: () => 1_800_000_000_000,
      sleep: async (milliseconds) => slept.push(milliseconds),
    },
  })
  beforeEach(async () => {
    received = []
    statuses = []
    slept.length = 0
    server = await serve({
      '/hook': (request, response) => {
        const parts: Buffer[] = []
        request.on('data', (part: Buffer) => parts.push(part))
        request.on('end', () => {
          received.push({ body: Buffer.concat(parts).toString(), headers: request.headers })
          const status = statuses.shift() ?? 204
          response.writeHead(status, status === 302 ? { location: `${server.url}/elsewhere` } : {})
          response.end()
        })
      },
    })
  })
  afterEach(() => server.close())

  it('are signed with the secret', async () => {
    await site.add({ title: 'New ferry', text: 'A ferry — “came”.' })
    await send({ webhook: hook() })
    const [sent] = received
    const digest = createHmac('sha256', secret)
      .update(`1800000000.${sent?.body ?? ''}`)
      .digest('hex')
    expect(sent?.headers['dateline-signature']).toBe(`t=1800000000,v1=${digest}`)
    expect(sent?.body).toContain('New ferry')
  })

  it('are tried again after a while where that may help', async () => {
    statuses = [503, 429]
    await postAlert(hook(), '{}', 'one')
    expect(slept).toEqual([1_000, 5_000])
    expect(received.map(({ headers }) => headers['dateline-delivery'])).toEqual([
      'one',
      'one',
      'one',
    ])
  })

  it('are told again by the next run, under the same number, where they were not taken', async () => {
    await site.add({ title: 'New ferry', text: 'A ferry came.' })
    statuses = [500, 500, 500, 500]
    await expect(send({ webhook: hook() })).rejects.toThrow(/did not take the alert \(4 attempts\)/)
    await send({ webhook: hook() })
    expect(new Set(received.map(({ headers }) => headers['dateline-delivery'])).size).toBe(1)
    expect(await send({ webhook: hook() })).toBe('')
    expect(received).toHaveLength(5)
  })

  it.each([
    [404, /status 404/],
    [302, /a redirect \(status 302\), which is not followed/],
  ])('are given up at once at status %i', async (status, message) => {
    statuses = [status]
    await expect(postAlert(hook(), '{}', 'one')).rejects.toThrow(message)
    expect(received).toHaveLength(1)
    expect(server.asked).toEqual(['/hook'])
  })

  it.each([
    ['this machine', 'http://127.0.0.1:1/'],
    ['this machine by name', 'http://localhost:1/'],
    ['an address written as a number', 'http://2130706433/'],
    ['IPv6 of this machine', 'http://[::1]/'],
    ['IPv4 within IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['the own network', 'http://192.168.0.9/'],
    ['the machine’s own credentials', 'http://169.254.169.254/'],
    ['another protocol', 'file:///etc/passwd'],
    ['a name and a password', 'http://user:word@example.com/'],
  ])('are not sent to %s', async (_what, url) => {
    const { clock } = hook()
    await expect(
      postAlert({ url, secret, ...(clock ? { clock } : {}) }, '{}', 'one'),
    ).rejects.toThrow(AlertRefused)
    expect(slept).toEqual([])
  })
})
