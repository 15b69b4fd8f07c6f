import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Draft } from '../server/test-site.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'

const longName = `Committee-${'of-the-very-long-name-'.repeat(6)}end`
const arabic = 'وزير الدفاع حسين دهقان'

/** Two outlets and a wire; a very long name and one that is written from right to left among the rest. */
const articles: Draft[] = Array.from({ length: 12 }, (_, at) => ({
  title: at % 2 === 0 ? `Frigate sails ${at}` : `${arabic} ${at}`,
  text: `On deck, Ada Admiral met ${arabic} and ${longName}. Day ${at} at sea.`,
  outlet: at % 3 === 0 ? 'Harbour News' : `Gazette of ${longName}`,
  published: `201${at % 6}-0${(at % 9) + 1}-01`,
  people: at < 8 ? ['Ada Admiral', `delegate (${arabic})`, longName] : ['Ben Broker'],
  places: ['Harbour Town < Coastland'],
  weapons: at < 8 ? ['Frigate < Warship'] : [],
  cites: at < 6 ? ['Gazette Wire'] : [],
}))

/** What the link or button in focus is called. */
const focused =
  "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"

describeInBrowser('pages of entities and the comparison of outlets', () => {
  let desk: BrowserDesk

  beforeAll(async () => {
    desk = await openBrowserDesk(articles)
  })
  afterAll(() => desk.close())

  it.each([
    '/entity/person/ada-admiral',
    '/entity/outlet/harbour-news',
    '/entity/person/nobody-at-all',
    `/compare?q=${longName}&person=ada-admiral`,
  ])('are sound, wide and narrow, in light and in dark: %s', async (path) => {
    await desk.expectSound(path)
  })

  it('lead by keyboard alone from an entity to what stands with it, to its articles, and on', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(`${desk.base}/entity/person/ada-admiral`)
      const press = async (name: string) => {
        // Tab reaches it, however far it is.
        for (let tabs = 0; tabs < 120; tabs++) {
          await page.keyboard.press('Tab')
          if ((await page.evaluate(focused)) === name) break
        }
        await page.keyboard.press('Enter')
      }
      await press('Frigate')
      await page.waitForURL('**/entity/weapon/frigate')
      await press('Warship')
      await page.waitForURL('**/entity/weapon/warship')
      await press('2015: 1 article')
      await page.waitForURL('**/search?weapon=warship&from=2015&to=2015')
      expect(await page.locator('h1').textContent()).toContain('1 article')
    })
  })

  it('compare the outlets that are ticked, without script', async () => {
    await desk.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${desk.base}/compare?q=deck`)
      await page.getByRole('checkbox', { name: /Harbour News/ }).uncheck()
      await page.getByLabel('Another').fill('Harbour News')
      await page.getByRole('button', { name: 'Compare' }).click()
      expect(await page.locator('tbody th').allTextContents()).toContain('Harbour News')
      await page
        .getByRole('row', { name: /Harbour News/ })
        .getByRole('link', { name: /Search/ })
        .click()
      expect(await page.locator('h1').textContent()).toContain('4 articles')
    })
  })
})
