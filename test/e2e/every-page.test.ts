import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { fillSite, type FullSite } from '../server/full-site.ts'
import { routesOf } from '../server/routes-of.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'
import { axeFaults, pageFaults } from './page-faults.ts'

let desk: BrowserDesk
let full: FullSite

describeInBrowser('every page', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk([])
    full = await fillSite(desk.site, desk.site, 'Carla Convoy')
  }, 60_000)
  afterAll(() => desk.close())

  it('is known', () => {
    const routes = routesOf(desk.site.app).filter((route) => route.startsWith('GET '))
    const known = Object.keys(full.examples).map((path) => `GET ${path}`)
    expect(known.sort()).toEqual(routes.sort())
  })

  it.each(['light', 'dark'] as const)(
    'is accessible in %s, stays within its width, its weight and its host, and has no error',
    async (colorScheme) => {
      const paths = await pages()
      expect(paths.length).toBeGreaterThan(20)
      await desk.visit({ colorScheme, viewport: { width: 360, height: 740 } }, async (page) => {
        const faults = listenForErrors(page)
        for (const path of [...paths, '/search', '/nowhere'])
          for (const fault of await faultsOf(page, path)) faults.push(`${path}: ${fault}`)
        expect(faults).toEqual([])
      })
    },
    240_000,
  )
})

/** The addresses whose answer a browser shows as a page. */
async function pages(): Promise<string[]> {
  const answers = await Promise.all(
    Object.values(full.examples).map(async (path) => ({ path, answer: await desk.site.get(path) })),
  )
  return answers.flatMap(({ path, answer: { headers, status } }) =>
    status === 200 &&
    String(headers['content-type']).startsWith('text/html') &&
    headers['content-disposition'] === undefined
      ? [path]
      : [],
  )
}

/** What is wrong with a page at 360 and at 1280 pixels. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const narrow = await pageFaults(page, desk.base + path)
  await page.setViewportSize({ width: 1280, height: 900 })
  const wide = await axeFaults(page)
  await page.setViewportSize({ width: 360, height: 740 })
  return [...narrow, ...wide]
}

/** A page that is not found is an answer, not an error. */
function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.includes('/nowhere'))
      errors.push(`${message.location().url}: ${message.text()}`)
  })
  return errors
}
