import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'

let desk: BrowserDesk
let path = ''
describeInBrowser('the page of an article', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk([
      { title: 'Drydock opened', text: 'Ada Admiral came.', people: ['Ada Admiral'] },
      {
        title: 'Drydock closed',
        text: 'Ada Admiral closed the drydock.\n\nBen Broker saw the drydock.',
        outlet: 'Harbour Gazette',
        published: '2016-04-11',
        people: ['Ada Admiral', 'Ben Broker'],
      },
      {
        title: 'اردوگاه drydock',
        text: `این یک متن است drydock.\n\n${'ل'.repeat(400)} ${'x'.repeat(400)}`,
        language: 'fa',
      },
    ])
    path = await pathOf('Drydock closed')
  }, 60_000)
  afterAll(() => desk.close())

  it('is sound at any width, light and dark, with the form for corrections open', async () => {
    await desk.expectSound(path, async (page) => {
      await page.getByRole('button', { name: 'Correct Ada Admiral' }).click()
      await page.locator('.correct-form').waitFor()
    })
  }, 60_000)

  it('is sound for right-to-left text and very long words', async () => {
    await desk.expectSound(await pathOf('اردوگاه drydock'))
  }, 60_000)

  it('corrects by keyboard: the form opens beside the value with the focus in it, and Escape closes it', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(desk.base + path)
      const button = page.getByRole('button', { name: 'Correct Ben Broker' })
      await button.focus()
      await page.keyboard.press('Enter')
      await page.locator('.correct-form').waitFor()
      expect(await page.evaluate('document.activeElement.name')).toBe('do')
      await page.keyboard.press('Escape')
      expect(await page.locator('.correct-form').count()).toBe(0)
      expect(await page.evaluate('document.activeElement.value')).toBe('ben-broker ada-admiral')
      expect(page.url()).toBe(desk.base + path)
    })
  })

  it('steps from match to match by n and p, and to the results beside it by brackets', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(`${desk.base}${path}?q=drydock&sort=oldest&at=1`)
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      expect(page.url()).toContain('#match-2')
      await page.getByText('2 of 3', { exact: true }).waitFor()
      await page.keyboard.press('p')
      expect(page.url()).toContain('#match-1')
      await page.keyboard.press(']')
      await page.waitForURL(/at=2/)
      await page.keyboard.press('[')
      await page.waitForURL(/at=1/)
      expect(page.url()).toContain(path)
    })
  })

  it('marks what is ticked, at once and in the next article', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(desk.base + path)
      await page.getByRole('checkbox', { name: 'People' }).uncheck()
      await page.locator('.without-people').waitFor()
      await page.goto(desk.base + (await pathOf('Drydock opened')))
      expect(await page.getByRole('checkbox', { name: 'People' }).isChecked()).toBe(false)
    })
  })

  it('shows similar articles when a reader comes to them', async () => {
    await desk.visit({}, async (page) => {
      await page.goto(desk.base + path)
      await page.locator('#similar').scrollIntoViewIfNeeded()
      await page.getByText('both name', { exact: false }).waitFor()
    })
  })

  it('does all of that without script, on pages of their own', async () => {
    await desk.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${desk.base}${path}?q=drydock`)
      await page.getByRole('link', { name: 'first' }).click()
      await page.getByRole('link', { name: 'Next', exact: true }).click()
      expect(page.url()).toContain('#match-2')
      await page.getByRole('checkbox', { name: 'People' }).uncheck()
      await page.getByRole('button', { name: 'Apply' }).click()
      expect(await page.locator('.without-people').count()).toBe(1)
      await page.getByRole('button', { name: 'Correct Ada Admiral' }).click()
      await page.getByRole('heading', { name: 'Correct “Ada Admiral”' }).waitFor()
      await page.getByRole('link', { name: 'Back, without changing anything' }).click()
      await page.getByRole('link', { name: 'Similar articles' }).click()
      await page.getByText('Drydock opened').waitFor()
    })
  })
})

async function pathOf(title: string): Promise<string> {
  const { body } = await desk.site.get(`/search.json?q=drydock`)
  const [, id = ''] =
    new RegExp(`"id":"([^"]+)","title":"${title}"`).exec(JSON.stringify(body)) ?? []
  return `/article/${id}`
}
