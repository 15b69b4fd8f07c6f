import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ada, idIn, openCorrectionsDesk, type CorrectionsDesk } from './corrections-desk.ts'

let desk: CorrectionsDesk
beforeEach(async () => {
  desk = await openCorrectionsDesk()
})
afterEach(() => desk.site.close())

describe('a correction', () => {
  it('of a value that no article has is refused, and none is added', async () => {
    for (const fields of [
      { do: 'reject' },
      { do: 'merge', name: 'Ben Broker' },
      { do: 'rename', name: 'Somebody' },
    ]) {
      const { status, text } = await desk.correct({ ...ada, value: 'nobody-at-all', ...fields })
      expect([fields.do, status]).toEqual([fields.do, 404])
      expect(text).toContain('No article has this person')
    }
    expect(desk.lines()).toEqual([])
  })

  it('that is in force is not added again, but may be made again once another followed it', async () => {
    const reject = { ...ada, do: 'reject', article: desk.ids[0] ?? '', where: 'here' }
    const first = await desk.correct(reject)
    const second = await desk.correct({ ...reject, note: 'Sent twice' })
    expect([second.status, idIn(second)]).toEqual([303, idIn(first)])
    expect(desk.lines()).toHaveLength(1)
    await desk.undo(idIn(first))
    expect(idIn(await desk.correct(reject))).not.toBe(idIn(first))
    expect(desk.people(0)).toEqual(['ben-broker'])
  })
})
