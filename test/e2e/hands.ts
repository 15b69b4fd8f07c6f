import type { Locator, Page } from 'playwright-core'

/** How somebody works a page. */
export interface Hands {
  /** Follows a link, presses a button, unfolds what is folded. */
  press(target: Locator): Promise<void>
  tick(box: Locator): Promise<void>
  /** Takes one of several that exclude each other. */
  choose(radio: Locator): Promise<void>
  /** Replaces what stands in a field. */
  write(field: Locator, text: string): Promise<void>
}

/** Whoever points at things. */
export const mouse: Hands = {
  press: (target) => target.click(),
  tick: (box) => box.check(),
  choose: (radio) => radio.check(),
  write: async (field, text) => {
    await field.click()
    await field.fill(text)
  },
}

/** Whoever has nothing but keys: what Tab does not lead to cannot be reached. */
export const keyboard: Hands = {
  press: async (target) => {
    await tabTo(target)
    await target.page().keyboard.press('Enter')
  },
  tick: async (box) => {
    await tabTo(box)
    await box.page().keyboard.press('Space')
  },
  choose: async (radio) => {
    const page = radio.page()
    const group = page.locator(
      `input[type="radio"][name="${(await radio.getAttribute('name')) ?? ''}"]`,
    )
    await tabInto(group)
    // Tab leads to one of a group, arrows to the others.
    for (let steps = await group.count(); steps > 0 && !(await hasFocus(page, radio)); steps -= 1)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
  },
  write: async (field, text) => {
    await tabTo(field)
    await field.page().keyboard.press('ControlOrMeta+a')
    await field.page().keyboard.type(text)
  },
}

/** More than any page of these tests has places for. */
const mostTabs = 400

async function tabTo(target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  await tabInto(target)
}

async function tabInto(target: Locator): Promise<void> {
  const page = target.page()
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await hasFocus(page, target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${target.toString()}.`)
}

const hasFocus = async (page: Page, target: Locator) =>
  (await target.and(page.locator(':focus')).count()) > 0
