import { describe, expect, it } from '@jest/globals'
import { typedTails } from '../../../server/suggestions/typed-tail.ts'

describe('what stands last in the search box', () => {
  it.each([
    ['carla', [{ head: '', text: 'carla', field: '' }]],
    [
      'convoy to carla con',
      [
        { head: 'convoy', text: 'to carla con', field: '' },
        { head: 'convoy to', text: 'carla con', field: '' },
        { head: 'convoy to carla', text: 'con', field: '' },
      ],
    ],
    ['S-300 AND carla', [{ head: 'S-300 AND', text: 'carla', field: '' }]],
    ['convoy person:carl', [{ head: 'convoy', text: 'carl', field: 'person' }]],
    [
      'convoy person:"carla con',
      [
        { head: 'convoy', text: 'carla con', field: 'person' },
        { head: 'convoy person:"carla', text: 'con', field: '' },
      ],
    ],
    ['(carl', [{ head: '', text: 'carl', field: '' }]],
    ['convoy -carl', [{ head: '', text: 'convoy -carl', field: '' }]],
    ['', []],
    ['" ( :', []],
  ])('of %j', (q, tails) => {
    expect(typedTails(q)).toEqual(tails)
  })
})
