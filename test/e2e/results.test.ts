import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Draft } from '../server/test-site.ts'
import { describeInBrowser, openBrowserDesk, violations, type BrowserDesk } from './browser-desk.ts'

const articles: readonly Draft[] = [
  ...Array.from({ length: 24 }, (_, n): Draft => ({
    title: `Report ${n + 1} on the convoy`,
    text: `The convoy waits for day ${n + 1}.\n\nNobody met the convoy.`,
    outlet: 'Harbour Gazette',
    published: `2016-04-${String(n + 1).padStart(2, '0')}`,
    people: n < 3 ? ['Carla Convoy'] : [`Bruno Broker ${n}`],
    places: ['Portville'],
  })),
  {
    title: `${'Unendlichlangerschlagzeilenwort'.repeat(5)} in Northland`,
    text: 'A long headline.',
    people: ['Avery-Long-Hyphenated-Name '.repeat(4).trim()],
  },
  { title: '', text: 'A headline is missing.' },
  { title: 'کاروان به بندر رسید', text: 'کاروان دیر کرد. The headline is late.' },
]

let desk: BrowserDesk
const visit: BrowserDesk['visit'] = (options, look) => desk.visit(options, look)
const options = (page: Page) => page.getByRole('option')

describeInBrowser('the results in a real browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk(articles)
    desk.site.store.savedQueries.add(0, { name: 'Carla in April', search: 'q=carla', seen: 0 })
  }, 60_000)
  afterAll(() => desk.close())

  it('suggest while one types: chosen by arrow keys, left by Escape, and Enter alone searches what was typed', async () => {
    await visit({}, async (page) => {
      await page.goto(`${desk.base}/search?place=portville`)
      const box = page.getByRole('combobox', { name: 'Search the archive' })
      await box.pressSequentially('carla')
      await options(page).first().waitFor()
      expect(await options(page).allTextContents()).toEqual([
        'Carla in April saved query',
        'Carla Convoy person, filter to 3 articles',
      ])
      await page.getByText('2 suggestions').waitFor({ state: 'attached' })
      expect(await box.getAttribute('aria-expanded')).toBe('true')
      expect(await violations(page)).toEqual([])

      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      const chosen = await box.getAttribute('aria-activedescendant')
      expect(await page.locator(`#${chosen ?? ''}`).getAttribute('aria-selected')).toBe('true')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      expect(await box.getAttribute('aria-activedescendant')).toBeNull()
      await page.keyboard.press('Escape')
      await page.getByRole('listbox').waitFor({ state: 'hidden' })
      expect(await box.inputValue()).toBe('carla')

      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=carla&place=portville')
      await box.fill('')
      await box.pressSequentially('waits carl')
      await options(page).filter({ hasText: 'Carla Convoy' }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=waits&person=carla-convoy&place=portville')
      await page.getByRole('heading', { name: '3 articles' }).waitFor()
    })
  }, 60_000)

  it('suggest nothing older than what was typed last, however slow it comes', async () => {
    await visit({}, async (page) => {
      let slow: (() => void) | undefined
      await page.route('**/suggest.json?*', async (route) => {
        if (route.request().url().includes('q=carla')) await new Promise<void>((go) => (slow = go))
        await route.continue().catch(() => undefined)
      })
      await page.goto(`${desk.base}/search`)
      const box = page.getByRole('combobox')
      const first = page.waitForRequest('**/suggest.json?q=carla*')
      await box.fill('carla')
      await first
      await box.fill('bruno')
      await options(page).filter({ hasText: 'Bruno Broker' }).first().waitFor()
      slow?.()
      await page.waitForTimeout(100)
      expect(await options(page).filter({ hasText: 'Carla' }).count()).toBe(0)
    })
  }, 60_000)

  it('are walked through by keys, which can be turned off and are nothing inside a field', async () => {
    await visit({}, async (page) => {
      const current = () => page.locator('.hit.current h2').textContent()
      await page.goto(`${desk.base}/search?q=convoy&sort=oldest`)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      expect(await current()).toBe('Report 2 on the convoy')
      await page.keyboard.press('k')
      expect(await current()).toBe('Report 1 on the convoy')
      await page.keyboard.press('/')
      await page.keyboard.type('j?')
      expect(await page.getByRole('combobox').inputValue()).toBe('j?')

      await page.locator('.hit.current h2 a').focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('o')
      await page.waitForURL('**/article/*')
      await page.keyboard.press('Escape')
      await page.waitForURL('**/search?q=convoy&sort=oldest')

      await page.keyboard.press('?')
      await page.getByRole('button', { name: 'Turn the keys off' }).click()
      await page.getByRole('button', { name: 'Close' }).click()
      await page.keyboard.press('j')
      expect(await page.locator('.hit.current').count()).toBe(0)
      await page.goto(`${desk.base}/help#keys`)
      await page.getByRole('button', { name: 'Turn the keys on' }).click()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    })
  }, 60_000)

  it.each([
    ['with script', true],
    ['without script', false],
  ])(
    'come in three densities, which stay, %s',
    async (_how, javaScriptEnabled) => {
      await visit({ javaScriptEnabled }, async (page) => {
        await page.goto(`${desk.base}/search?q=convoy&sort=oldest`)
        expect(await page.locator('.hit').first().locator('.passage').count()).toBe(2)
        await page.getByRole('link', { name: 'Titles' }).click()
        await page.locator('main.titles').waitFor()
        expect(await page.locator('.passage').count()).toBe(0)
        await page.getByRole('link', { name: 'Next' }).click()
        await page.getByText('Report 21 on the').waitFor()
        await page.locator('main.titles').waitFor()
        await page.getByRole('link', { name: 'Compact' }).click()
        await page.locator('main.compact').waitFor()
        await page.getByText('Report 21 on the').waitFor()
      })
    },
    60_000,
  )

  it.each([
    '/search?q=convoy&density=titles',
    '/search?q=headline',
    '/search?q=zeppelin+carla&place=portville',
    '/search?q=delivery+after:soon',
  ])(
    'at %s are sound in both colours and at 360 pixels',
    async (path) => {
      await desk.expectSound(path)
    },
    60_000,
  )
})
