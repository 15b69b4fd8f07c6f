import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { fillSite, type FullSite } from '../server/full-site.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'
import { pageFaults } from './page-faults.ts'

const phone = { viewport: { width: 360, height: 740 } }

describeInBrowser('names of 80 and of 200 letters without a space', () => {
  let desk: BrowserDesk
  let full: FullSite
  beforeAll(async () => {
    desk = await openBrowserDesk([])
    // Nearly as long as a saved query may be called.
    full = await fillSite(desk.site, desk.site, 'Donaudampfschiff'.repeat(5))
    await desk.site.add({
      ...{ title: `Convoy ${'T'.repeat(200)}`, text: `A convoy of ${'P'.repeat(200)}.` },
      ...{ outlet: 'O'.repeat(200), people: ['P'.repeat(200)], places: ['L'.repeat(200)] },
    })
  }, 60_000)
  afterAll(() => desk.close())

  it('stick out of no page', async () => {
    await desk.visit(phone, async (page) => {
      const { examples } = full
      const faults: string[] = []
      for (const route of pagesWithNames)
        faults.push(...(await pageFaults(page, desk.base + (examples[route] ?? route))))
      expect(faults).toEqual([])
    })
  }, 120_000)
})

/** Those that print names. */
const pagesWithNames = [
  '/search?q=convoy',
  '/search?q=convoy&density=compact',
  '/article/:id',
  '/article/:id/similar',
  '/article/:id/differences/:other',
  '/article/:id/evidence',
  '/facet/:facet',
  '/compare',
  '/entity/:facet/:id',
  '/saved',
  '/saved/:id',
  '/new',
  '/coverage',
  '/names',
  '/collections',
  '/collections/:id',
  '/corrections',
  '/correct',
]

describeInBrowser('an archive of oddities', () => {
  let desk: BrowserDesk
  let ids: readonly string[]
  beforeAll(async () => {
    desk = await openBrowserDesk([])
    ids = await desk.site.add(
      { title: 'وصلت القافلة إلى الميناء', text: 'وصلت القافلة إلى الميناء ليلا.', language: 'ar' },
      { title: '', text: 'No title, outlet or date, but a zeppelin.' },
      { title: 'A long read', text: longText, people: ['Ada Admiral'] },
      {
        ...{ title: 'Everybody', text: 'A list of everybody.' },
        people: Array.from({ length: 10_000 }, (_, n) => `Sailor ${String(n).padStart(5, '0')}`),
      },
    )
  }, 120_000)
  afterAll(() => desk.close())

  const article = (nth: number) => `${desk.base}/article/${ids[nth] ?? ''}`

  it('reads from right to left what is written so', async () => {
    await desk.visit(phone, async (page) => {
      const q = encodeURIComponent('القافلة')
      expect(await pageFaults(page, `${desk.base}/search?q=${q}`)).toEqual([])
      expect(await directionOf(page, '.hit h2 a')).toBe('rtl')
      expect(await directionOf(page, '.hit .passage')).toBe('rtl')
      expect(await pageFaults(page, article(0))).toEqual([])
      expect(await directionOf(page, 'h1')).toBe('rtl')
      expect(await directionOf(page, '.body')).toBe('rtl')
      expect(await directionOf(page, '.evidence')).toBe('ltr')
    })
  }, 60_000)

  it('shows an article without title, outlet and date, and leads to it', async () => {
    await desk.visit(phone, async (page) => {
      expect(await pageFaults(page, `${desk.base}/search?q=zeppelin`)).toEqual([])
      const link = page.locator('.hit h2 a')
      expect(((await link.textContent()) ?? '').trim()).not.toBe('')
      await link.click()
      await page.getByText('but a zeppelin').first().waitFor()
      expect(await page.locator('h1').textContent()).toBe('Untitled')
      for (const way of ['', '/similar', '?q=zeppelin'])
        expect(await pageFaults(page, article(1) + way)).toEqual([])
    })
  }, 60_000)

  it('shows an article of a megabyte, with a page that weighs little more', async () => {
    expect(longText.length).toBeGreaterThan(1_000_000)
    await desk.visit(phone, async (page) => {
      await page.goto(`${article(2)}?q=admiral`)
      expect(await page.locator('.body p').count()).toBe(5_000)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    })
    const { text } = await desk.site.get(`/article/${ids[2] ?? ''}?q=admiral`)
    expect(Buffer.byteLength(text) - longText.length).toBeLessThan(1_000_000)
    const found = await desk.site.get('/search?q=admiral')
    expect(Buffer.byteLength(found.text)).toBeLessThan(100_000)
  }, 120_000)

  it('lists ten thousand values in parts', async () => {
    await desk.visit(phone, async (page) => {
      expect(await pageFaults(page, `${desk.base}/search?q=everybody`)).toEqual([])
      expect(await pageFaults(page, `${desk.base}/facet/person`)).toEqual([])
      expect(await pageFaults(page, article(3))).toEqual([])
      await page.goto(`${desk.base}/facet/person?find=sailor+09999`)
      await page.getByRole('checkbox', { name: /^Sailor 09999/ }).waitFor()
    })
  }, 120_000)
})

const paragraph = `${'The convoy of grain lorries reached the harbour before the rain did, and Ada Admiral counted it. '.repeat(2)}It left.`
const longText = Array.from({ length: 5_000 }, () => paragraph).join('\n\n')

const directionOf = (page: Page, selector: string) =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).direction`)

describeInBrowser('an empty archive', () => {
  let desk: BrowserDesk
  beforeAll(async () => {
    desk = await openBrowserDesk([])
  })
  afterAll(() => desk.close())

  it('has sound pages that say so', async () => {
    await desk.visit(phone, async (page) => {
      const faults: string[] = []
      for (const path of emptyPages) faults.push(...(await pageFaults(page, desk.base + path)))
      expect(faults).toEqual([])
    })
  }, 60_000)

  describe('answers programs', () => {
    it.each(['/search.json?q=a', '/saved.json', '/coverage.json', '/compare.json', '/new.json'])(
      '%s',
      async (path) => {
        expect((await desk.site.get(path)).status).toBe(200)
      },
    )
  })
})

const emptyPages = [
  '/search',
  '/search?q=convoy&from=2014',
  '/facet/person',
  '/compare',
  '/saved',
  '/new',
  '/coverage',
  '/names?names=convoy',
  '/collections',
  '/corrections',
  '/account',
  '/audit',
]
