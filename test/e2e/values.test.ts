import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeInBrowser, openBrowserDesk, violations, type BrowserDesk } from './browser-desk.ts'
import { applyFilters, convoys } from './convoys.ts'

let desk: BrowserDesk
let base: string
const visit: BrowserDesk['visit'] = (options, look) => desk.visit(options, look)

describeInBrowser('correcting and choosing values in a real browser', () => {
  beforeAll(async () => {
    desk = await openBrowserDesk(convoys)
    base = desk.base
  }, 60_000)
  afterAll(() => desk.close())

  it.each([
    ['with script', true],
    ['without script', false],
  ])(
    'a reader rejects a value, sees the counts change, and takes it back, %s',
    async (_how, javaScriptEnabled) => {
      await visit({ javaScriptEnabled, viewport: { width: 360, height: 740 } }, async (page) => {
        await page.goto(`${base}/search?q=convoy&person=carla-convoy`)
        await page.getByRole('heading', { name: '2 articles' }).waitFor()
        await page.getByRole('link', { name: 'Convoy reaches the harbour' }).click()
        await page.getByRole('heading', { name: 'Evidence' }).waitFor()
        await page.getByRole('button', { name: 'Correct Carla Convoy' }).click()
        const form = page.locator('.correct-form')
        await form.getByLabel('in every article (2)').check()
        await form.getByRole('radio', { name: 'Not a person' }).check()
        await form.getByRole('button', { name: 'Correct' }).click()
        await page.getByText('“Carla Convoy” is not a person. 2 articles changed.').waitFor()
        await page.getByText('Removed by corrections').waitFor()
        await page.getByRole('link', { name: 'Back to the results' }).click()
        await page.getByRole('heading', { name: '0 articles' }).waitFor()
        await page.goBack()
        await page.getByRole('button', { name: 'Undo', exact: true }).click()
        await page.getByText('Taken back: “Carla Convoy” is not a person.').waitFor()
        await page.getByRole('link', { name: 'Back to the results' }).click()
        await page.getByRole('heading', { name: '2 articles' }).waitFor()
      })
    },
    60_000,
  )

  it('a reader joins a value with another by the keyboard, sees why, and makes an import of it', async () => {
    await visit({}, async (page) => {
      await page.goto(`${base}/facet/person?find=bruno+broker+1`)
      await page.locator('#value-bruno-broker-1 button.correct').focus()
      await page.keyboard.press('Enter')
      const form = page.locator('#value-bruno-broker-1 .correct-form')
      await form.getByRole('radio', { name: /^Is the same/ }).check()
      await form.getByLabel('Name for Bruno Broker 1').fill('bruno')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Which person is “bruno”?' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Bruno Broker 2', exact: true }).click()
      await page.getByText('“Bruno Broker 1” is the same as “Bruno Broker 2”').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.goto(`${base}/search?person=bruno-broker-1`)
      await page.getByRole('heading', { name: '2 articles' }).waitFor()
      await page.getByRole('link', { name: 'Report 1 on the convoy' }).click()
      await page
        .getByText('“Bruno Broker 1” was joined with it by your correction')
        .first()
        .waitFor()
      await page.getByRole('link', { name: 'Corrections', exact: true }).click()
      await page.getByRole('button', { name: /^Undo ?: “Bruno Broker 1” is the same/ }).click()
      await page.getByRole('button', { name: /^Redo ?: “Bruno Broker 1” is the same/ }).waitFor()
      expect(await violations(page)).toEqual([])
      await page
        .getByLabel('or paste lines of one')
        .fill('{"do":"rename","facet":"people","value":"bruno-broker-3","name":"B. B."}\nx')
      await page.getByRole('button', { name: 'Look what can be imported' }).click()
      await page.getByText('1 correction can be added.').waitFor()
      await page.getByText('Line 2 is not JSON').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Add 1 correction' }).click()
      await page.getByText('is now called “B. B.”').first().waitFor()
    })
  }, 60_000)

  it('suggests names while one is typed', async () => {
    await visit({}, async (page) => {
      await page.goto(`${base}/facet/person?find=carla`)
      await page.locator('#value-carla-convoy button.correct').click()
      await page.locator('.correct-form').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.correct-form').waitFor({ state: 'detached' })
      await page.locator('#value-carla-convoy button.correct').click()
      await page.getByLabel('Name for Carla Convoy').pressSequentially('broker 7')
      await page.locator('#suggested option[value="Bruno Broker 7"]').waitFor({ state: 'attached' })
    })
  }, 60_000)

  it.each([
    ['with script', true],
    ['without script', false],
  ])(
    'a reader looks for a value among all of them, chooses two and asks for both, %s',
    async (_how, javaScriptEnabled) => {
      await visit({ javaScriptEnabled }, async (page) => {
        await page.goto(`${base}/facet/person?q=convoy`)
        await page.getByLabel('Find among the people').fill('bruno broker 2')
        await page.getByRole('button', { name: 'Find' }).click()
        await page.getByRole('checkbox', { name: /^Bruno Broker 22/ }).check()
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Apply' }).click()
        await page
          .getByRole('link', { name: 'Remove the filter Person: Bruno Broker 22' })
          .waitFor()
        await page.getByRole('link', { name: 'Back to the results' }).click()
        await page.getByRole('heading', { name: '1 article' }).waitFor()
        await page.getByRole('checkbox', { name: /^Carla Convoy/ }).check()
        if (!javaScriptEnabled) await applyFilters(page)
        await page.getByRole('heading', { name: '3 articles' }).waitFor()
        await page.getByRole('radio', { name: 'all of these' }).check()
        if (!javaScriptEnabled) await applyFilters(page)
        await page.getByRole('heading', { name: '0 articles' }).waitFor()
        await page.getByRole('link', { name: 'Clear all' }).click()
        await page.getByRole('heading', { name: '24 articles' }).waitFor()
      })
    },
    60_000,
  )
})
