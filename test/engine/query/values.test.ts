import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openPlanningDesk, type PlanningDesk } from './planning-desk.ts'

let desk: PlanningDesk
beforeAll(() => {
  desk = openPlanningDesk()
  const orlan = { facet: 'people', id: 'paul-orlan', name: 'Paul Orlan' } as const
  desk.name(
    [orlan, { facet: 'people', id: 'rand-paul', name: 'Rand Paul' }],
    [orlan, { facet: 'weapons', id: 's-300', name: 'S-300' }],
    [{ facet: 'places', id: 'beijing', name: 'Beijing' }],
  )
})
afterAll(() => {
  desk.close()
})

describe('a name typed for a field', () => {
  it.each([
    ['weapon:SA-10', ['s-300']],
    ['place:Peking', ['beijing']],
    ['place:beijing', ['beijing']],
  ])('may be one that the lists have and no article: %s', (typed, ids) => {
    expect(desk.plan(typed).plan).toMatchObject({ kind: 'values', ids })
  })

  it('is no listed one whose value no article has', () => {
    expect(desk.plan('place:Bombay').plan).toEqual({ kind: 'none' })
  })

  it.each([
    ['person:Paul', ['Paul Orlan', 'Rand Paul']],
    ['place:Peking', ['Beijing']],
  ])('tells what it was read as: %s', (typed, names) => {
    const also = names.map((text) => ({ text, name: '' }))
    expect(desk.plan(typed).readings).toEqual([{ typed, also }])
  })

  it.each(['place:beijing', 'outlet:[none]', 'place:Bombay'])(
    'tells nothing more of the very name: %s',
    (typed) => {
      expect(desk.plan(typed).readings).toEqual([])
    },
  )
})
