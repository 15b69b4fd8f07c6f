import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Draft } from '../server/test-site.ts'
import { describeInBrowser, openBrowserDesk, type BrowserDesk } from './browser-desk.ts'
import { keyboard, mouse, type Hands } from './hands.ts'

/** Somebody on the way, looking for articles on something that nobody else looks for. */
interface Traveller {
  readonly page: Page
  readonly hands: Hands
  readonly subject: string
  /** Filters apply by themselves, and are not folded away. */
  readonly hasScript: boolean
  readonly isNarrow: boolean
}

const ways = [
  { how: 'with the mouse', subject: 'Lorry', hands: mouse },
  { how: 'with the keyboard alone', subject: 'Barge', hands: keyboard },
  { how: 'without script', subject: 'Tanker', hands: mouse, hasScript: false },
  { how: 'at 360 pixels', subject: 'Glider', hands: mouse, isNarrow: true },
]

let desk: BrowserDesk

describeInBrowser('a reader searches, corrects, saves, hears of news and exports', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk(ways.flatMap(({ subject }) => articlesOn(subject)))
  }, 60_000)
  afterAll(() => desk.close())

  it.each(ways)(
    '$how',
    async ({ subject, hands, hasScript = true, isNarrow = false }) => {
      const viewport = isNarrow ? { width: 360, height: 740 } : { width: 1280, height: 900 }
      await desk.visit({ javaScriptEnabled: hasScript, viewport }, async (page) => {
        const traveller = { page, hands, subject, hasScript, isNarrow }
        await search(traveller)
        await narrow(traveller)
        await correct(traveller)
        await save(traveller)
        const feed = await makeFeed(traveller)
        await desk.site.add({
          ...{ title: `${subject} news`, text: `A ${subject}.`, places: ['Northland'] },
        })
        await hearOfNews(traveller, feed)
        await exportAll(traveller)
      })
    },
    120_000,
  )
})

function articlesOn(subject: string): Draft[] {
  const text = `A ${subject} of Carla ${subject} left Northland with Bruno ${subject}.`
  const [carla, bruno] = [[`Carla ${subject}`], [`Bruno ${subject}`]]
  return [
    { title: `${subject} reaches the quay`, text, places: ['Northland'], people: carla },
    { title: `${subject} waits`, text, places: ['Northland'] },
    { title: `${subject} and Bruno`, text, places: ['Northland'], people: bruno },
    { title: `${subject} elsewhere`, text, places: ['Southland'] },
  ]
}

async function search({ page, hands, subject }: Traveller): Promise<void> {
  await page.goto(desk.base)
  await hands.write(page.getByLabel('Search the archive'), subject)
  await hands.press(page.getByRole('button', { name: 'Search', exact: true }))
  await total(page, '4 articles')
}

/** One place only, one person not. */
async function narrow(traveller: Traveller): Promise<void> {
  const { page, hands, subject, hasScript } = traveller
  await unfoldFilters(traveller)
  await hands.tick(page.getByRole('checkbox', { name: /^Northland/ }))
  if (!hasScript)
    await hands.press(
      page.getByRole('form', { name: 'Filters' }).getByRole('button', { name: 'Apply' }),
    )
  await total(page, '3 articles')
  if (!hasScript) await unfoldFilters(traveller)
  await hands.press(page.getByRole('button', { name: `Exclude Bruno ${subject}` }))
  await total(page, '2 articles')
}

async function unfoldFilters({ page, hands, isNarrow }: Traveller): Promise<void> {
  if (isNarrow) await hands.press(page.getByText('Filters', { exact: true }))
}

/** The name of a person, from the page of an article, and back. */
async function correct({ page, hands, subject }: Traveller): Promise<void> {
  await hands.press(page.getByRole('link', { name: `${subject} reaches the quay` }))
  await hands.press(page.getByRole('button', { name: `Correct Carla ${subject}` }))
  await hands.choose(page.getByRole('radio', { name: 'Is called … everywhere' }))
  await hands.write(page.getByLabel(`Name for Carla ${subject}`), `Clara ${subject}`)
  await hands.press(page.getByRole('button', { name: 'Correct', exact: true }))
  await page.getByText(`is now called “Clara ${subject}”`).first().waitFor()
  await desk.site.correcting.ended()
  await hands.press(page.getByRole('link', { name: 'Back to the results' }))
  await total(page, '2 articles')
  await page.getByText(`Clara ${subject}`).first().waitFor({ state: 'attached' })
}

async function save({ page, hands, subject }: Traveller): Promise<void> {
  await hands.press(page.getByText('Save this query'))
  await hands.write(page.getByLabel('Name', { exact: true }), `All of ${subject}`)
  await hands.press(page.getByRole('button', { name: 'Save', exact: true }))
  await page
    .getByRole('link', { name: `“All of ${subject}”` })
    .first()
    .waitFor()
}

/** Returns the address of the feed. */
async function makeFeed({ page, hands, subject }: Traveller): Promise<string> {
  await hands.press(page.getByRole('link', { name: `“All of ${subject}”` }).first())
  await hands.press(page.getByRole('button', { name: 'Make a feed' }))
  return (await page.locator('.feed a').first().getAttribute('href')) ?? ''
}

/** By the badge, on the page of what is new, and in the feed; once seen, it is no news. */
async function hearOfNews({ page, hands, subject }: Traveller, feed: string): Promise<void> {
  await untilBadge(page, ['1 with something new'])
  await hands.press(page.getByRole('link', { name: /^Saved/ }).first())
  await hands.press(page.getByRole('link', { name: 'What is new' }))
  await page.getByRole('link', { name: `${subject} news` }).waitFor()
  expect((await desk.site.get(feed)).text).toContain(`${subject} news`)
  await hands.press(page.getByRole('button', { name: 'Mark all as seen' }))
  await page.getByRole('link', { name: `${subject} news` }).waitFor({ state: 'detached' })
  await untilBadge(page, [])
}

/** Loads a page until its badge says so: it is counted behind the reader's back. */
async function untilBadge(page: Page, texts: readonly string[]): Promise<void> {
  for (;;) {
    await page.goto(`${desk.base}/help`)
    const shown = await page.locator('nav.pages .badge').allTextContents()
    if (shown.join() === texts.join()) return
    await page.waitForTimeout(50)
  }
}

/** The saved query again, as a table that is read back. */
async function exportAll({ page, hands, subject }: Traveller): Promise<void> {
  await hands.press(page.getByRole('link', { name: /^Saved/ }).first())
  await hands.press(page.getByRole('link', { name: `All of ${subject}`, exact: true }))
  await total(page, '3 articles')
  await hands.press(page.locator('.export summary'))
  const downloads = page.waitForEvent('download')
  await hands.press(page.getByRole('link', { name: 'CSV', exact: true }))
  const download = await downloads
  expect(download.suggestedFilename()).toMatch(/-3-articles\.csv$/)
  const rows = (await readFile(await download.path())).toString()
  expect(
    rows.match(new RegExp(`${subject} (reaches the quay|waits|news|and|elsewhere)`, 'g'))?.sort(),
  ).toEqual([`${subject} news`, `${subject} reaches the quay`, `${subject} waits`])
  expect(rows).toContain(`Clara ${subject}`)
}

const total = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
