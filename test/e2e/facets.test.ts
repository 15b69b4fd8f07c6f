import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Draft } from '../server/test-site.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'

let desk: BrowserDesk
const crew = Array.from({ length: 60 }, (_, n) => `Sailor ${String(n).padStart(2, '0')}`)
const longName = `Commissioner ${'of the United Northern Harbours and Waterways '.repeat(4)}`.trim()
const articles: Draft[] = [
  {
    title: 'The whole crew',
    text: 'Everybody sailed.',
    published: '2014-03-04',
    people: [...crew, longName, 'علي الميناء'],
    outlet: 'Harbour Gazette',
    cites: ['Evening Ledger'],
  },
  ...['2014-03-09', '2014-06-01', '2014-09-30', '2015-02-02', '2015-11'].map((published, nth) => ({
    title: `Boat ${nth}`,
    text: 'A boat sailed.',
    published,
    people: nth < 3 ? ['Ada Admiral', 'Bruno Broker'] : ['Ada Admiral'],
    places: ['Portville < Northland'],
    outlet: nth < 2 ? 'Harbour Gazette' : 'Evening Ledger',
  })),
]

const wide = { viewport: { width: 1280, height: 900 } }
const total = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name }).first()
/** What the element with the focus is called. */
const focused = (page: Page) =>
  page.evaluate(
    '(({ value, title, textContent }) => value || title || textContent)(document.activeElement)',
  )
const status = (page: Page) => page.locator('body > .unseen[role=status]').textContent()

describeInBrowser('facets and timeline in a browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk(articles)
  }, 60_000)
  afterAll(() => desk.close())

  describe('filters', () => {
    it('apply by the keyboard at once: nothing is loaded anew, the focus stays, the total is told', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed&page=1`)
        await page.evaluate('window.mark = 1')
        await box(page, /^Bruno Broker/).focus()
        await page.keyboard.press('Space')
        await total(page, '3 articles')
        expect(page.url()).toBe(`${desk.base}/search?q=sailed&person=bruno-broker`)
        expect(await focused(page)).toBe('bruno-broker')
        expect(await status(page)).toBe('3 articles')
        expect(await page.evaluate('window.mark')).toBe(1)
        await page.keyboard.press('Space')
        await total(page, '6 articles')
      })
    })

    it('exclude a value and lift it again, by the keyboard', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await box(page, /^Bruno Broker/).focus()
        await page.keyboard.press('Tab')
        expect(await focused(page)).toBe('bruno-broker')
        await page.keyboard.press('Enter')
        await total(page, '3 articles')
        await box(page, 'not Bruno Broker hides 3').waitFor()
        expect(page.url()).toBe(`${desk.base}/search?q=sailed&-person=bruno-broker`)
        await page.keyboard.press('Space')
        await total(page, '6 articles')
        expect(await focused(page)).toBe('bruno-broker')
      })
    })

    it('are taken back by Back, and given again by Forward', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await box(page, /^Bruno Broker/).check()
        await total(page, '3 articles')
        await box(page, /^Evening Ledger/).check()
        await total(page, '1 article')
        await page.goBack()
        await total(page, '3 articles')
        expect(await box(page, /^Bruno Broker/).isChecked()).toBe(true)
        await page.goBack()
        await total(page, '6 articles')
        expect(await box(page, /^Bruno Broker/).isChecked()).toBe(false)
        await page.goForward()
        await total(page, '3 articles')
      })
    })

    it('let a further change overtake a slow answer, and keep both', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
        await page.route('**/search?q=sailed&person=bruno-broker', async (route) => {
          await held
          await route.continue().catch(() => undefined)
        })
        await box(page, /^Bruno Broker/).check()
        await box(page, /^Evening Ledger/).check()
        await total(page, '1 article')
        release(undefined)
        await page.unrouteAll({ behavior: 'wait' })
        await total(page, '1 article')
        expect(page.url()).toBe(
          `${desk.base}/search?q=sailed&person=bruno-broker&outlet=evening-ledger`,
        )
      })
    })

    it('leave the page as it was where no answer comes, and try again', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await page.route('**/search?*', (route) => route.abort())
        await box(page, /^Bruno Broker/).click()
        const trouble = page.getByRole('status').filter({ hasText: 'The site does not answer' })
        await trouble.waitFor()
        expect(await box(page, /^Bruno Broker/).isChecked()).toBe(false)
        await total(page, '6 articles')
        await page.unrouteAll()
        await trouble.getByRole('button', { name: 'Retry' }).click()
        await total(page, '3 articles')
        expect(await box(page, /^Bruno Broker/).isChecked()).toBe(true)
        expect(await page.locator('.trouble').textContent()).toBe('')
      })
    })

    it('tell what is wrong where the answer is an error', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        const body = '<h1>Too many searches at once</h1>'
        await page.route('**/search?*', (route) => route.fulfill({ status: 503, body }))
        await page.getByRole('button', { name: 'Exclude Bruno Broker' }).focus()
        await page.keyboard.press('Enter')
        await page.getByText('Too many searches at once. The page is as it was before.').waitFor()
        await page.unrouteAll()
        await box(page, /^Evening Ledger/).check()
        await total(page, '3 articles')
        expect(page.url()).not.toContain('bruno')
      })
    })

    it('tell that an answer is late, and can be stopped', async () => {
      await desk.visit(wide, async (page) => {
        await page.clock.install()
        await page.goto(`${desk.base}/search?q=sailed`)
        await page.route('**/search?*', () => undefined)
        await box(page, /^Bruno Broker/).check()
        await page.clock.fastForward(10_000)
        await page.getByText('Still waiting for an answer.').waitFor()
        expect(await box(page, /^Bruno Broker/).isChecked()).toBe(true)
        await page.getByRole('button', { name: 'Stop waiting' }).click()
        expect(await box(page, /^Bruno Broker/).isChecked()).toBe(false)
      })
    })

    it('apply by a button without script, several at once', async () => {
      await desk.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed&sort=oldest`)
        await box(page, /^Bruno Broker/).check()
        await box(page, /^Evening Ledger/).check()
        const form = page.getByRole('form', { name: 'Filters' })
        await form.getByRole('button', { name: 'Apply' }).click()
        await total(page, '1 article')
        await form.getByRole('button', { name: 'Exclude Ada Admiral' }).focus()
        await page.keyboard.press('Enter')
        await total(page, '0 articles')
        await box(page, /^not Ada Admiral/).uncheck()
        await form.getByRole('button', { name: 'Apply' }).click()
        await total(page, '1 article')
      })
    })

    it('list more values in place, and keep them while others are chosen', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await page.getByRole('link', { name: 'More people' }).click()
        await page.locator('.people .added').first().waitFor()
        expect(await page.locator('.people li').count()).toBe(35)
        expect(await status(page)).toBe('25 more')
        await box(page, /^Sailor 30/).check()
        await total(page, '1 article')
        expect(await focused(page)).toBe('sailor-30')
        await box(page, /^Sailor 31/).waitFor()
      })
    })

    it('list the values from A to Z in place', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed&person=sailor-50`)
        await page.getByRole('button', { name: 'A–Z', exact: true }).press('Enter')
        await box(page, /^Sailor 20/).waitFor()
        const names = page.locator('.people li:not([hidden]) bdi')
        expect((await names.allTextContents()).slice(0, 3)).toEqual([
          'Sailor 50',
          'Ada Admiral',
          'Bruno Broker',
        ])
        expect(await focused(page)).toBe('From A to Z')
        await page.getByRole('link', { name: 'More people' }).click()
        await box(page, /^Sailor 45/).waitFor()
        await page.getByRole('button', { name: 'A–Z', exact: true }).click()
        await box(page, /^Sailor 05/).waitFor()
      })
    })

    it('find a value while its name is typed, and choose it', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed&-person=bruno-broker`)
        await page.getByLabel('Find among the people').pressSequentially('sailor 4')
        await box(page, /^Sailor 41/).waitFor()
        expect(await box(page, /^not Bruno Broker/).isVisible()).toBe(true)
        expect(await box(page, /^Ada Admiral/).isVisible()).toBe(false)
        await box(page, /^Sailor 41/).check()
        await total(page, '1 article')
        expect(page.url()).toContain('person=sailor-41&-person=bruno-broker')
        await page.getByLabel('Find among the people').fill('')
        await box(page, /^Ada Admiral/).waitFor({ state: 'visible' })
      })
    })

    it('find a value without script too', async () => {
      await desk.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await page.getByLabel('Find among the people').fill('sailor 41')
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: 'People' }).waitFor()
        await box(page, /^Sailor 41/).check()
        await page.getByRole('button', { name: 'Apply' }).click()
        await page.getByRole('link', { name: 'Remove the filter Person: Sailor 41' }).waitFor()
      })
    })

    it('fold what stands below a value', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await box(page, /^Portville/).waitFor()
        await page.locator('#below-place-northland > summary').press('Enter')
        expect(await box(page, /^Portville/).isVisible()).toBe(false)
        await box(page, /^Ada Admiral/).check()
        await total(page, '5 articles')
        expect(await box(page, /^Portville/).isVisible()).toBe(false)
      })
    })
  })

  describe('the timeline', () => {
    const bar = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

    it('chooses several months by the keyboard, and says which', async () => {
      await desk.visit(wide, async (page) => {
        await page.goto(`${desk.base}/search?q=boat`)
        await bar(page, 'March 2014: 1 article').focus()
        await page.keyboard.press('Shift+ArrowRight')
        await page.keyboard.press('Shift+ArrowRight')
        expect(await status(page)).toBe(
          'March 2014 to September 2014: 3 articles. Enter shows them.',
        )
        await page.keyboard.press('Enter')
        await total(page, '3 articles')
        expect(page.url()).toBe(`${desk.base}/search?q=boat&from=2014-03&to=2014-09`)
      })
    })

    it.each([
      ['the mouse', false],
      ['a finger', true],
    ])('chooses a period drawn with %s', async (_with, hasTouch) => {
      await desk.visit({ ...wide, hasTouch }, async (page) => {
        await page.goto(`${desk.base}/search?q=boat`)
        const from = await bar(page, 'June 2014: 1 article').boundingBox()
        const to = await bar(page, 'February 2015: 1 article').boundingBox()
        if (!from || !to) throw new Error('The bars are not there.')
        await drag(page, hasTouch, middleOf(from), middleOf(to))
        await total(page, '3 articles')
        expect(page.url()).toBe(`${desk.base}/search?q=boat&from=2014-06&to=2015-02`)
      })
    })

    it('leads from years and months to days and back without script', async () => {
      await desk.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
        await page.goto(`${desk.base}/search?q=boat&person=ada-admiral`)
        await bar(page, '2014').click()
        await total(page, '3 articles')
        await bar(page, 'March 2014: 1 article').click()
        await bar(page, '9 March 2014: 1 article').click()
        await total(page, '1 article')
        await page.getByRole('link', { name: 'All of 2014' }).click()
        await total(page, '3 articles')
        await page.getByRole('link', { name: /Remove the filter Person: Ada/ }).waitFor()
      })
    })
  })

  describe('pages with them', () => {
    it.each([
      '/search?q=sailed&person=ada-admiral&person=bruno-broker&-outlet=evening-ledger&from=2014-03&to=2014-03',
      '/search?q=crew',
      '/facet/person?person=sailor-01&person=sailor-02&-person=sailor-03',
    ])(
      '%s: axe finds nothing in either colour, and a phone shows all of it',
      async (path) => {
        await desk.expectSound(path)
      },
      60_000,
    )

    it('lead from the filters to the results on a phone', async () => {
      await desk.visit({ viewport: { width: 360, height: 740 } }, async (page) => {
        await page.goto(`${desk.base}/search?q=sailed`)
        await page.locator('.drawer > summary').click()
        await box(page, /^Bruno Broker/).check()
        await page.getByRole('button', { name: 'Show 3 articles' }).click()
        expect(await box(page, /^Bruno Broker/).isVisible()).toBe(false)
        expect(await page.getByRole('link', { name: 'Boat 2' }).isVisible()).toBe(true)
      })
    })

    it('show very long names in full once one looks at them', async () => {
      await desk.visit({ viewport: { width: 360, height: 740 } }, async (page) => {
        await page.goto(`${desk.base}/search?q=crew&person=${encodeURIComponent(longName)}`)
        await page.getByText('Filters', { exact: false }).first().click()
        const name = page.locator('.people bdi', { hasText: 'Commissioner' })
        const height = async () => (await name.boundingBox())?.height ?? 0
        const folded = await height()
        await box(page, /^Commissioner/).focus()
        expect(await height()).toBeGreaterThan(folded)
      })
    })
  })
})

interface Point {
  readonly x: number
  readonly y: number
}

const middleOf = (bounds: Point & { readonly width: number; readonly height: number }): Point => ({
  x: bounds.x + bounds.width / 2,
  y: bounds.y + bounds.height / 2,
})

async function drag(page: Page, isTouch: boolean, from: Point, to: Point): Promise<void> {
  if (isTouch) {
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
    await touch('touchStart', from)
    for (let n = 1; n <= 8; n++)
      await touch('touchMove', { x: from.x + ((to.x - from.x) * n) / 8, y: to.y })
    await touch('touchEnd')
    return
  }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}
