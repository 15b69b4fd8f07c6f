import { describe, expect, it } from '@jest/globals'
import type { FamilyMember } from '../../../engine/archive/family-members.ts'
import { emptyState } from '../../../server/search-state.ts'
import { buildFamily, buildFolded } from '../../../server/view-models/family.ts'

const reuters = { id: 'reuters', name: 'Reuters' }
const gazette = { id: 'harbour-gazette', name: 'Harbour Gazette' }
const place = { article: 'a1', state: emptyState, matching: undefined }

function member(id: string, said: Partial<FamilyMember> = {}): FamilyMember {
  return {
    ...{ id, sequence: 1, title: `Title of ${id}`, outlet: 'Evening Ledger', outletId: 'ledger' },
    ...{ published: '2016-04-11', credited: undefined, textHash: 'one', cites: [], ...said },
  }
}

const counts = { articles: 5, texts: 2, cites: [] }

describe('near-duplicates in a line', () => {
  it.each([
    ['a listed agency', reuters, '5 articles → 2 texts → 1 originating agency'],
    ['a medium that no list has', gazette, '5 articles → 2 texts → 1 originating source'],
  ])('end with %s where most credit it', (_what, credited, summary) => {
    const members = [member('a1', { credited }), member('a2', { credited }), member('a3')]
    expect(buildFamily({ counts, members }, place)).toMatchObject({
      summary,
      origin: `probably a text of ${credited.name}: 2 of 3 credit it in the dateline.`,
    })
  })

  it('end with whom they cite where no origin can be inferred', () => {
    const cites = [
      { ...reuters, articles: 2 },
      { ...gazette, articles: 1 },
    ]
    const members = [member('a1'), member('a2')]
    const { summary, origin } = buildFamily({ counts: { ...counts, cites }, members }, place)
    expect(summary).toBe('5 articles → 2 texts → citing Reuters and Harbour Gazette')
    expect(origin).toBe('')
  })

  it('tell how many of them were found', () => {
    const members = [member('a1'), member('a2')]
    const { summary } = buildFamily({ counts, members }, { ...place, matching: 3 })
    expect(summary).toBe('5 articles → 2 texts (3 of them found)')
  })
})

describe('near-duplicates below a result', () => {
  it('are the others, as many as there is room for, and the rest a number', () => {
    const members = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((id) => member(id))
    const { members: listed, more } = buildFolded(
      { counts: { ...counts, articles: 1_300 }, members },
      place,
      3,
    )
    expect(listed.map(({ title }) => title)).toEqual(['Title of a2', 'Title of a3', 'Title of a4'])
    expect(more).toBe('and 1,296 more')
  })

  it('say so where one has no title or date', () => {
    const members = [member('a1'), member('a2', { title: '', published: '', outlet: '' })]
    const [other] = buildFolded({ counts, members }, place, 3).members
    expect(other).toMatchObject({ title: 'Untitled', date: 'Undated', outlet: 'Outlet unknown' })
  })
})
