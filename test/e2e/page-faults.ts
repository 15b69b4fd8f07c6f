import type { Page } from 'playwright-core'
import { violations } from './browser-desk.ts'

/** The most that a page may weigh, apart from the text of an article. */
const mostBytes = 100_000

/**
 * Opens an address in a window of 360 pixels and tells what is wrong with its page, with everything unfolded: it is too heavy, sticks
 * out, or axe finds something. `[]` for a sound page.
 */
export async function pageFaults(page: Page, address: string): Promise<string[]> {
  const response = await page.goto(address)
  const bytes = (await response?.body())?.length ?? 0
  await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
  const width = await page.evaluate('document.documentElement.scrollWidth')
  const faults = [
    bytes < mostBytes ? '' : `${bytes} bytes`,
    width === 360 ? '' : `${String(width)} pixels wide`,
    ...(await axeFaults(page)),
  ]
  return faults.filter((fault) => fault !== '').map((fault) => `${address}: ${fault}`)
}

/** What axe finds on a page as it is. */
export async function axeFaults(page: Page): Promise<string[]> {
  return [await violations(page)].flat().map(String)
}
