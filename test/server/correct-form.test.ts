import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ada, openCorrectionsDesk, type CorrectionsDesk } from './corrections-desk.ts'

let desk: CorrectionsDesk
beforeAll(async () => {
  desk = await openCorrectionsDesk()
})
afterAll(() => desk.site.close())

describe('the form for a correction', () => {
  it('asks first what is wrong, chooses nothing itself, and has one button', async () => {
    const article = desk.article(0).replace('/article/', '')
    const { text } = await desk.site.get(`/correct?person=ada-admiral&article=${article}`)
    const [form = ''] = /<form class="correct-form".*?<\/form>/s.exec(text) ?? []
    const actions = [...form.matchAll(/name="do" value="(\w+)" required>/g)].map(([, does]) => does)
    expect(actions).toEqual(['reject', 'merge', 'rename'])
    expect(form.match(/<button/g)).toHaveLength(1)
  })

  it.each([
    ['merge', 'Write the name of the other value.'],
    ['rename', 'Write the new name.'],
  ])('comes back with what was sent where the name is missing: %s', async (does, message) => {
    const back = desk.article(0)
    const sent = { ...ada, do: does, name: ' ', note: 'A slip', where: 'everywhere', back }
    const { status, text } = await desk.correct(sent)
    expect(status).toBe(400)
    expect(text).toContain(`role="alert">${message}<`)
    expect(text).toContain(`value="${does}" required checked>`)
    expect(text).toContain('value="A slip"')
    expect(text).toContain(`name="back" value="${back}`)
    expect(desk.lines()).toEqual([])
  })
})
