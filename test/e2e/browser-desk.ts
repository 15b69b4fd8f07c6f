import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { describe, expect } from '@jest/globals'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { openTestSite, type Draft, type TestSite } from '../server/test-site.ts'

const browserPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  )
  .find((path) => existsSync(path))
/** CI sets it, so that a browser that was not installed fails instead of being skipped. */
if (browserPath === undefined && process.env['REQUIRE_BROWSER'] === '1') {
  throw new Error('REQUIRE_BROWSER is set, but there is no chromium on PATH.')
}

/** `describe` for tests that need a browser; skipped visibly where there is none. */
export const describeInBrowser: (name: string, body: () => void) => void = (name, body) => {
  const isThere = browserPath !== undefined
  ;(isThere ? describe : describe.skip)(
    isThere ? name : `${name} (skipped: no chromium on PATH)`,
    body,
  )
}

/** A browser, and a site over an archive of its own. */
export interface BrowserDesk {
  readonly site: TestSite
  /** `http://127.0.0.1:PORT` */
  readonly base: string
  /** Opens a page in a context of its own; a request to another host, or an error in the page, fails the test. */
  visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void>
  /**
   * Looks a page over as it must always be: axe finds nothing at 360 and at 1280 pixels, in light and in dark, with everything unfolded;
   * nothing sticks out at 360 pixels. `prepare` may do something first.
   */
  expectSound(path: string, prepare?: (page: Page) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Opens a browser on a site with these articles. */
export async function openBrowserDesk(articles: readonly Draft[]): Promise<BrowserDesk> {
  const site = await openTestSite()
  if (articles.length > 0) await site.add(...articles)
  const server = site.app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const browser = await launchBrowser()
  const visit = (options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
    visitWith(browser, base, options, look)
  return {
    site,
    base,
    visit,
    expectSound: async (path, prepare = async () => undefined) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit({ colorScheme, viewport: { width: 360, height: 740 } }, async (page) => {
          await page.goto(base + path)
          await prepare(page)
          await page.evaluate(
            "for (const each of document.querySelectorAll('details')) each.open = true",
          )
          expect(await violations(page)).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            360,
          )
          await page.setViewportSize({ width: 1280, height: 900 })
          expect(await violations(page)).toEqual([])
        })
      }
    },
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await site.close()
    },
  }
}

function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

async function visitWith(
  browser: Browser,
  base: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const faults: string[] = []
    page.on('request', (sent) => {
      if (!sent.url().startsWith(base)) faults.push(sent.url())
    })
    page.on('pageerror', (error) => {
      faults.push(String(error))
    })
    await look(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** What axe finds on a page, as `rule: element`. */
export async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
  )
}
