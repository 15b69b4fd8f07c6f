import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { addTestAccount, passwordOf } from '../server/visitor.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'

/** With the keyboard alone: the name has the focus. */
async function logInAs(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(passwordOf(name))
  const gone = page.waitForURL((url) => url.pathname !== '/login')
  await page.keyboard.press('Enter')
  await gone
}

describeInBrowser('accounts', () => {
  let desk: BrowserDesk
  beforeAll(async () => {
    desk = await openBrowserDesk([{ title: 'Convoy', text: 'Trucks.', outlet: 'Harbour Post' }])
    await addTestAccount(desk.site.store, 'anna', 'admin')
    await addTestAccount(desk.site.store, 'ben', 'reader')
  })
  afterAll(() => desk.close())

  it.each(['with script', 'without script'])(
    'lead through the login to the page that was asked for, and out again, by keyboard and %s',
    async (how) => {
      await desk.visit({ javaScriptEnabled: how === 'with script' }, async (page) => {
        await page.goto(`${desk.base}/search?q=trucks`)
        await logInAs(page, 'ben')
        expect(page.url()).toBe(`${desk.base}/search?q=trucks`)
        await page.getByRole('link', { name: 'ben' }).press('Enter')
        await page.waitForURL('**/account')
        await page.getByRole('button', { name: 'Log out', exact: true }).press('Enter')
        await page.waitForURL('**/login')
        await page.goBack()
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Log in')
      })
    },
  )

  it('let an admin remove an article from its page, and read of it in the log', async () => {
    const [id = ''] = await desk.site.add({ title: 'To be removed', text: 'A quagga.' })
    await desk.visit({}, async (page) => {
      await page.goto(`${desk.base}/article/${id}`)
      await logInAs(page, 'anna')
      await page.getByRole('link', { name: 'Remove this article' }).click()
      await page.getByLabel('Why').fill('Asked to by its author')
      await page.getByRole('button', { name: 'Remove it' }).click()
      await page.waitForURL(`**/article/${id}/remove`)
      await page.goto(`${desk.base}/audit`)
      expect(await page.getByRole('row').nth(1).innerText()).toContain('Asked to by its author')
    })
  })

  it.each(['/account', '/audit', '/article/ID/remove'])('%s is sound', async (path) => {
    const [id = ''] = await desk.site.add({ title: 'Harbour', text: 'A ship.' })
    const next = encodeURIComponent(path.replace('ID', id))
    await desk.expectSound(`/login?next=${next}`, (page) => logInAs(page, 'anna'))
  })

  it('ask for name and password on a sound page', async () => {
    await desk.expectSound('/login')
  })
})
