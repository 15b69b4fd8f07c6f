import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { TestSite } from '../server/test-site.ts'
import { describeInBrowser, openBrowserDesk, violations, type BrowserDesk } from './browser-desk.ts'

let desk: BrowserDesk
let site: TestSite
let base: string

const ferry = (title: string) => ({
  ...{ title, text: 'A ferry crossed the strait.', outlet: 'Harbour Gazette' },
  published: '2016-05-04',
})

describeInBrowser('saved queries in a browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk([ferry('First ferry'), ferry('Second ferry')])
    site = desk.site
    base = desk.base
  }, 60_000)
  afterAll(() => desk.close())

  it.each([
    ['with script', true, 'Ferries'],
    ['without script, on a phone', false, 'Ferries on a phone'],
  ])(
    'a reader saves, is shown by a badge that something is new, marks it as seen, deletes and undoes, %s',
    async (_how, javaScriptEnabled, name) => {
      const viewport = javaScriptEnabled
        ? { width: 1280, height: 900 }
        : { width: 360, height: 740 }
      await desk.visit({ javaScriptEnabled, viewport }, async (page) => {
        await page.goto(`${base}/search?q=ferry`)
        await save(page, name)
        await site.add(ferry(`News for ${name}`))
        await badge(page, '1 with something new')
        await page
          .getByRole('link', { name: /^Saved/ })
          .first()
          .click()
        await page.getByRole('link', { name: `1 new for ${name}` }).click()
        await page.getByRole('link', { name: `News for ${name}` }).waitFor()
        await page.getByRole('button', { name: 'Mark as seen' }).click()
        await page.getByText('Nothing new').waitFor()
        await badge(page, undefined)
        await page.goto(`${base}/saved`)
        await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click()
        await page.getByText(`“${name}” was deleted.`).waitFor()
        await page.getByRole('button', { name: 'Undo' }).click()
        await page.getByRole('link', { name, exact: true }).waitFor()
        await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click()
      })
    },
    120_000,
  )

  it('a reader changes a saved search by the keyboard alone, and writes notes', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(`${base}/search?q=ferry+strait`)
      await save(page, 'By keyboard')
      await page.getByLabel('Search the archive').fill('ferry gazette OR ferry')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Update “By keyboard”' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: '“By keyboard”' }).first().focus()
      await page.keyboard.press('Enter')
      await page.getByText('Research record').waitFor()
      await page.getByLabel('Notes, plain text').fill('Ask the harbour master.')
      await page.getByLabel('Tags, with commas between them').fill('sea, ferries')
      await page.keyboard.press('Enter')
      await page.getByText('Ask the harbour master.').waitFor()
      expect(await page.getByLabel('Tags, with commas between them').inputValue()).toBe(
        'ferries, sea',
      )
    })
  }, 60_000)

  it('its pages are accessible in both colours and fit 360 pixels', async () => {
    const { id } = site.store.savedQueries.add(0, {
      ...{ name: `A long name ${'without end '.repeat(7)}`, search: 'q=ferry&place=atlantis' },
      ...{ seen: 1, notes: 'Notes.', tags: ['sea', 'a tag that says rather more than others'] },
    })
    const gone = site.store.savedQueries.add(0, { name: 'Gone', search: 'q=ferry', seen: 1 })
    site.store.savedQueries.delete(0, gone.id)
    await desk.visit({}, async (page) => {
      await page.goto(`${base}/saved/${id}`)
      await page.getByRole('button', { name: 'Mark as seen' }).click()
      await page.getByText('Research record').waitFor()
      expect(await violations(page)).toEqual([])
    })
    await desk.expectSound(`/saved?deleted=${gone.id}`)
    await desk.expectSound(`/saved/${id}`)
    await desk.expectSound(`/search?q=ferry&saved=${id}`)
  }, 120_000)
})

async function save(page: Page, name: string): Promise<void> {
  await page.getByText('Save this query').click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(`“${name}”`).first().waitFor()
}

/** Loads a page until its badge says so: it is counted behind the reader's back. */
async function badge(page: Page, text: string | undefined): Promise<void> {
  for (;;) {
    await page.goto(`${base}/help`)
    const shown = await page.locator('nav.pages .badge').allTextContents()
    if (shown[0] === text) return
    await page.waitForTimeout(50)
  }
}
