import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parseAtomFeed } from 'feedsmith'
import type { Answer } from '../answer.ts'
import { fillSite, type FullSite } from '../full-site.ts'
import { routesOf } from '../routes-of.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { addTestAccount, type Visitor } from '../visitor.ts'

/** Closes whatever a template may have opened: an attribute in either quotes, a tag, an element, a section of XML, a script. */
const mark = `a"zyx'zyx<zyx onerror=zyx>]]><zyx></title></textarea></script><zyx>`

let site: TestSite
let full: FullSite
let anna: Visitor
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin' } })
  await addTestAccount(site.store, `ben ${mark}`, 'admin')
  anna = await site.logIn('anna')
  full = await fillSite(site, anna, mark)
}, 60_000)
afterAll(() => site.close())

const gets = () => routesOf(site.app).filter((route) => route.startsWith('GET '))

/** What an answer has of the mark that a browser or a program would take for markup, with what is around it. */
function markupIn({ text, headers }: Answer): string[] {
  const type = String(headers['content-type'])
  if (type.startsWith('text/html'))
    return text.match(/.{0,60}(?:["'<]zyx|href="\s*javascript:).{0,30}/gis) ?? []
  if (!type.includes('xml')) return []
  // A section of characters ends at the first ]]>, as for whoever reads it.
  return text.replace(/<!\[CDATA\[.*?]]>/gs, '').match(/.{0,60}(?:<zyx|]]>).{0,30}/gs) ?? []
}

/** Whether a browser that opens an answer takes it for something that can have scripts, without their being kept from running. */
function canRun({ headers }: Answer): boolean {
  const isInert = headers['x-content-type-options'] === 'nosniff'
  const policy = String(headers['content-security-policy'])
  return (
    !isInert || !policy.includes("default-src 'none'") || /unsafe-inline|unsafe-eval/.test(policy)
  )
}

describe('markup in whatever the site keeps', () => {
  it('is looked for at every address to look at', () => {
    expect(
      Object.keys(full.examples)
        .map((path) => `GET ${path}`)
        .sort(),
    ).toEqual(gets().sort())
  })

  it('is markup on none of them', async () => {
    const found: Record<string, unknown> = {}
    let marked = 0
    for (const [route, path] of Object.entries(full.examples)) {
      const answer = await anna.get(path)
      expect([route, answer.status]).toEqual([route, ['/', '/login'].includes(route) ? 302 : 200])
      expect([route, canRun(answer)]).toEqual([route, false])
      const markup = markupIn(answer)
      if (markup.length > 0) found[route] = markup
      if (answer.text.includes('zyx')) marked += 1
    }
    expect(found).toEqual({})
    expect(marked).toBeGreaterThan(30)
  }, 60_000)

  it('reaches readers of feeds as text', async () => {
    const feed = parseAtomFeed((await anna.get(full.examples['/feed/:token.atom'] ?? '')).text)
    expect(feed.title?.value).toBe(mark)
    expect(feed.entries?.map(({ title }) => title?.value)).toContain(`Convoy ${mark}`)
  })

  it('is text in the name of whoever has logged in', async () => {
    const ben = await site.logIn(`ben ${mark}`)
    for (const path of ['/search', '/account', '/audit', '/help']) {
      const answer = await ben.get(path)
      expect(answer.text).toContain('zyx')
      expect([path, markupIn(answer)]).toEqual([path, []])
    }
  })
})
