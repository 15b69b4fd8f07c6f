import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'

let desk: BrowserDesk

const narrow = { width: 360, height: 740 }

describeInBrowser('working material in a browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk([
      {
        title: 'Convoy by night',
        text: 'It reached Portville.',
        outlet: 'Harbour Gazette',
        published: '2014-03-01',
      },
      {
        title: 'Convoy by day',
        text: 'It left Portville.',
        outlet: 'Evening Ledger',
        published: '2014-05-01',
      },
      {
        title: 'Convoy delayed',
        text: 'It waits.',
        outlet: 'Harbour Gazette',
        published: '2014-06-01',
      },
      {
        title: 'A'.repeat(300),
        text: 'A convoy of long names.',
        outlet: 'Ü'.repeat(120),
        published: '2013',
      },
      { title: 'قافلة convoy', text: 'Right to left.', outlet: 'صحيفة' },
    ])
  })

  afterAll(() => desk.close())

  it('is gathered, marked and put back by keyboard, without script, on a phone', async () => {
    await desk.visit({ javaScriptEnabled: false, viewport: narrow }, async (page) => {
      await page.goto(`${desk.base}/search?q=convoy&sort=oldest`)
      for (const title of ['Convoy by night', 'Convoy by day']) {
        await page.locator('.hit', { hasText: title }).locator('.pick input').focus()
        await page.keyboard.press('Space')
      }
      await page.locator('.collect summary').focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('New collection').fill('Night traffic')
      await page.getByRole('button', { name: 'Add selected' }).press('Enter')
      await page.getByText('2 articles added to').waitFor()
      expect(await page.locator('.hit', { hasText: 'in Night traffic' }).count()).toBe(2)

      await page.locator('#collected a').press('Enter')
      await page.waitForURL(/\/collections\/\d+/)
      const night = page.locator('.pile > li', { hasText: 'Convoy by night' })
      await night.getByRole('button', { name: 'Relevant', exact: true }).press('Enter')
      expect(await night.getByRole('button', { pressed: true }).textContent()).toBe('Relevant')
      await night.locator('.own-note summary').press('Enter')
      await night.getByLabel('Note').fill('See the map.')
      await night.getByRole('button', { name: 'Keep' }).press('Enter')
      expect(await night.locator('.own-note summary').textContent()).toContain('See the map.')
      await night.getByRole('button', { name: 'Remove' }).press('Enter')
      expect(await page.locator('.pile > li').count()).toBe(1)
      await page.getByRole('button', { name: 'Undo' }).press('Enter')
      expect(await night.getByRole('button', { pressed: true }).textContent()).toBe('Relevant')
    })
  }, 30_000)

  it('takes a name that is typed for a new collection', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(`${desk.base}/search?q=convoy`)
      await page.locator('.collect summary').click()
      await page.getByLabel('New name').fill('Everything')
      await page.getByRole('button', { name: 'Add all 5 articles' }).click()
      await page.getByText('5 articles added to Everything').waitFor()
    })
  }, 30_000)

  it('lists names and shows coverage without script, from a search on', async () => {
    await desk.visit({ javaScriptEnabled: false, viewport: narrow }, async (page) => {
      await page.goto(`${desk.base}/search?q=convoy`)
      await page.getByRole('link', { name: 'Several names at once' }).click()
      await page.getByLabel('Names or designators').fill('Portville\nqueen')
      await page.getByRole('button', { name: 'Search all' }).press('Enter')
      const row = page.getByRole('row', { name: /^Portville/ })
      expect(await row.getByRole('cell').first().textContent()).toBe('2')
      await row.getByRole('link', { name: 'Portville' }).click()
      await page.getByRole('link', { name: 'Coverage', exact: true }).last().click()
      await page.waitForURL(/coverage\?q=convoy\+Portville/)
      expect(await page.getByRole('row').count()).toBe(4)
    })
  }, 30_000)

  it('a wide table is scrolled by keyboard inside its own frame', async () => {
    await desk.visit({ viewport: narrow }, async (page) => {
      await page.goto(`${desk.base}/coverage?from=2013&to=2014`)
      await page.getByRole('region', { name: 'Articles by outlet and month' }).focus()
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction('document.querySelector(".scroll").scrollLeft > 0')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
      expect(await page.getByRole('cell', { name: 'gap', exact: true }).count()).toBe(2)
    })
  }, 30_000)

  it.each([
    '/collections',
    '/collections/1',
    '/coverage?from=2013&to=2014',
    '/coverage?q=portville',
    '/names?names=Portville%0Aqueen%0Aconvoi',
  ])('%s is sound', (path) => desk.expectSound(path), 60_000)
})
