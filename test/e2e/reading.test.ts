import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { acquireLease } from '../../engine/archive/lease.ts'
import type { TestSite } from '../server/test-site.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'
import { applyFilters, convoys } from './convoys.ts'

let desk: BrowserDesk
let site: TestSite
let base: string
const visit: BrowserDesk['visit'] = (options, look) => desk.visit(options, look)

describeInBrowser('reading in a real browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk(convoys)
    site = desk.site
    base = desk.base
  }, 60_000)
  afterAll(() => desk.close())

  it.each([
    ['with script', true, 'Convoys'],
    ['without script', false, 'Convoys, too'],
  ])(
    'a reader searches, filters, opens, saves and comes back, %s',
    async (_how, javaScriptEnabled, name) => {
      await visit({ javaScriptEnabled }, async (page) => {
        await page.goto(base)
        await page.getByLabel('Search the archive').fill('convoy')
        await page.getByRole('button', { name: 'Search' }).click()
        await page.getByRole('heading', { name: '24 articles' }).waitFor()

        await page.getByRole('checkbox', { name: /^Carla Convoy/ }).check()
        if (!javaScriptEnabled) await applyFilters(page)
        await page.getByRole('heading', { name: '2 articles' }).waitFor()

        await page.getByText('Save this query').click()
        await page.getByLabel('Name', { exact: true }).fill(name)
        await page.getByRole('button', { name: 'Save', exact: true }).click()
        await page
          .getByRole('link', { name: `“${name}”` })
          .first()
          .waitFor()

        await page.getByRole('link', { name: 'Convoy reaches the harbour' }).click()
        await page.getByRole('heading', { name: 'Evidence' }).waitFor()
        expect(await page.locator('.body mark').allTextContents()).toContain('convoy')
        await page.getByRole('link', { name: 'Back to the results' }).click()
        await page.getByRole('heading', { name: '2 articles' }).waitFor()

        await site.add({
          title: `Convoy news ${name}`,
          text: 'Carla Convoy again.',
          people: ['Carla Convoy'],
        })
        await page
          .getByRole('link', { name: /^Saved/ })
          .first()
          .click()
        await page.getByRole('link', { name, exact: true }).click()
        await page.getByText('1 new article').waitFor()
        await page.getByRole('link', { name: 'Show only what is new' }).click()
        await page.getByRole('link', { name: `Convoy news ${name}` }).waitFor()
      })
      await takeBack(name)
    },
    60_000,
  )

  it.each([
    ['/search?q=convoy'],
    ['/search?q=convoy&person=carla-convoy&-place=northland&from=2014'],
    ['/search?q=convoy&person=carla-convoy&person=bruno-broker-1&person.match=all&group=family'],
    ['/search?q=convoy&spelling=exact&from=2014-09&to=2014-09&person=[none]'],
    ['/search?q=zeppelin&place=northland'],
    ['/facet/person?q=convoy&find=bruno&person=bruno-broker-1'],
    ['/search?q=convoy&from=soon'],
    ['/saved'],
    ['/search?q=convoy&group=family'],
    ['the first article'],
    ['two articles side by side'],
  ])(
    '%s is accessible in both colours, fits 360 pixels and stays on its host',
    async (path) => {
      site.store.savedQueries.add(0, { name: `For ${path}`, search: 'q=convoy', seen: 0 })
      await desk.expectSound(await addressOf(path))
    },
    60_000,
  )

  it('a reader unfolds near-duplicates and reads two side by side, without script', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/search?q=ferry`)
      await page.getByRole('checkbox', { name: 'Fold near-duplicates' }).check()
      await page.locator('#switches').getByRole('button', { name: 'Apply' }).click()
      await page.getByText('2 articles → 2 texts').click()
      await page.getByRole('link', { name: 'another text' }).click()
      await page.getByRole('heading', { name: 'Two articles side by side' }).waitFor()
      expect(await page.locator('td mark').allTextContents()).toEqual(
        expect.arrayContaining(['open.', 'closed.']),
      )
      await page.getByRole('link', { name: 'Ferry kept waiting' }).click()
      await page.getByRole('heading', { name: 'Near-duplicates: 2 articles' }).waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download the original' }).click()
      expect((await download).suggestedFilename()).toMatch(/-original\.txt$/)
    })
  })

  it('turns exact spelling on and off with the keyboard', async () => {
    await visit({}, async (page) => {
      await page.goto(`${base}/search?q=convoys`)
      await page.getByRole('heading', { name: '24 articles' }).waitFor()
      await page.getByRole('checkbox', { name: 'Exact spelling' }).press('Space')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '0 articles' }).waitFor()
      await page.getByRole('checkbox', { name: 'Exact spelling' }).press('Space')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '24 articles' }).waitFor()
    })
  }, 60_000)

  it('drills down into the timeline, and out again', async () => {
    await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${base}/search?q=convoy`)
      await page.getByRole('button', { name: '2014: 2 articles' }).click()
      await page.getByRole('button', { name: 'September 2014: 1 article' }).click()
      await page.getByRole('button', { name: '3 September 2014: 1 article' }).click()
      await page.getByRole('heading', { name: '1 article' }).waitFor()
      await page.getByRole('link', { name: 'All of 2014', exact: true }).first().click()
      await page.getByRole('link', { name: 'All years' }).click()
      await page.getByRole('heading', { name: '24 articles' }).waitFor()
    })
  }, 60_000)

  it('finds the search box with a key, and the hits with others', async () => {
    await visit({}, async (page) => {
      await page.goto(`${base}/search?q=convoy`)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      expect(await page.locator('.hit').nth(1).locator('h2 a:focus').count()).toBe(1)
      await page.keyboard.press('/')
      await page.keyboard.type('harbour')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'with “harbour”' }).waitFor()
    })
  }, 60_000)

  it('shows the filters at once on a wide screen, and on demand on a phone', async () => {
    await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${base}/search`)
      const value = page.locator('.filters label', { hasText: 'Carla Convoy' })
      expect(await value.isVisible()).toBe(true)
      await page.setViewportSize({ width: 390, height: 800 })
      await value.waitFor({ state: 'hidden' })
      await page.getByText('Filters', { exact: true }).click()
      await value.waitFor({ state: 'visible' })
    })
  }, 60_000)
})

/** What a test calls a page, else its address. */
async function addressOf(path: string): Promise<string> {
  if (path.startsWith('/')) return path
  return path === 'the first article' ? firstArticle() : differences()
}

async function differences(): Promise<string> {
  const { text } = await site.get('/search?q=ferry&group=family')
  return /href="(\/article\/[^"]*\/differences\/[^"]*)"/.exec(text)?.[1] ?? '/'
}

async function firstArticle(): Promise<string> {
  const { text } = await site.get('/search?q=harbour')
  return /href="(\/article\/[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '/'
}

/** Leaves archive and store as they were before a journey. */
async function takeBack(name: string): Promise<void> {
  for (const { id } of site.store.savedQueries.list(0)) site.store.savedQueries.delete(0, id)
  const { text } = await site.get(`/search?q=${encodeURIComponent(`title:"news ${name}"`)}`)
  const id = /href="\/article\/([a-z0-9]+)/.exec(text)?.[1] ?? ''
  const lease = acquireLease(site.dataDir, 'a test')
  expect(site.archive.remove(lease, [id])).toBe(1)
  await site.engine.sync(lease)
  lease.release()
}
