import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'

let desk: BrowserDesk

describeInBrowser('exports in a browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk(
      Array.from({ length: 3 }, (_, nth) => ({
        title: `Convoy ${nth}`,
        text: 'The convoy reached Portville by night.',
        published: `2014-03-0${nth + 1}`,
        places: ['Portville'],
        outlet: 'Harbour Gazette',
      })),
    )
  })

  afterAll(() => desk.close())

  it('download what is found, by keyboard and without script', async () => {
    await desk.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${desk.base}/search?q=convoy`)
      await page.locator('.export summary').focus()
      await page.keyboard.press('Enter')
      await page.getByText('Export all 3 articles as').waitFor()
      await page.keyboard.press('Tab')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Enter'),
      ])
      expect(download.suggestedFilename()).toMatch(/^dateline-convoy-[\d-]+-3-articles\.csv$/)
      expect((await readFile(await download.path())).toString().match(/Convoy \d/g)).toHaveLength(3)
    })
  })

  it('are offered soundly', () => desk.expectSound('/search?q=convoy'), 30_000)

  it('as a report read well without the site', async () => {
    const report = await (await fetch(`${desk.base}/search.html?q=convoy`)).text()
    await desk.visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.setContent(report)
      expect(await page.locator('article').count()).toBe(3)
      expect(await page.locator('mark').first().textContent()).toBe('convoy')
      const style = 'getComputedStyle(document.querySelector("dl")).fontSize'
      expect(await page.evaluate(style)).toBe('14.4px')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    })
  })
})
