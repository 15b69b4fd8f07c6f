import { describe, expect, it } from '@jest/globals'
import type { FamilyMember } from '../../../engine/archive/family-members.ts'
import { describeFamily } from '../../../engine/families/describe-family.ts'

const tass = { id: 'tass', name: 'TASS' }
const gazette = { id: 'harbour-gazette', name: 'Harbour Gazette' }

function member(said: Partial<FamilyMember>): FamilyMember {
  return {
    id: 'a1',
    sequence: 1,
    title: 'A delivery',
    outlet: 'Evening Ledger',
    outletId: 'evening-ledger',
    published: '2016-04-11',
    credited: undefined,
    textHash: 'one',
    cites: [],
    ...said,
  }
}

describe('the likely origin of a family', () => {
  it.each<[string, FamilyMember[], unknown]>([
    [
      'what most members name in the dateline',
      [member({ credited: tass }), member({ credited: tass }), member({ cites: [gazette] })],
      { ...tass, because: 'credited', articles: 2 },
    ],
    [
      'the outlet of a member that all the others cite',
      [member({ outletId: 'tass', cites: [gazette] }), member({ cites: [tass, gazette] })],
      { ...tass, because: 'published', articles: 2 },
    ],
    [
      'the only medium that all cite',
      [member({ cites: [gazette, tass] }), member({ cites: [tass] })],
      { ...tass, because: 'cited', articles: 2 },
    ],
    [
      'unknown where half of the datelines name it',
      [member({ credited: tass }), member({})],
      undefined,
    ],
    [
      'unknown where all cite two',
      [member({ cites: [gazette, tass] }), member({ cites: [gazette, tass] })],
      undefined,
    ],
    ['unknown for an article alone', [member({ credited: tass })], undefined],
  ])('is %s', (_, members, origin) => {
    expect(describeFamily(members).origin).toEqual(origin)
  })
})
