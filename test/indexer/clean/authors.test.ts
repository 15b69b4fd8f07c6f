import { describe, expect, it } from '@jest/globals'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'
import { removalsOf } from './removals-of.ts'

const text = 'Negotiators met in Vienna on Monday, officials said.\n\nThey will meet again in June.'

function authorsOf(given: readonly string[], byline = ''): readonly string[] {
  return cleanDraft({ ...draftOf('Talks resume', `${byline}\n\n${text}`), authors: given }).authors
}

describe('authors', () => {
  it.each([
    [['Ann Lee', 'In July Of'], ['Ann Lee']],
    [['Bo Ek', 'Gazette Editor-At-Large'], ['Bo Ek']],
    [['Staff Writer At'], []],
    [['Staff Reporter'], []],
    [['Cy Ray', 'White House Reporter', 'Based In Vienna'], ['Cy Ray']],
    [['Gazette staff reporter'], ['Gazette staff reporter']],
    [
      ['April Glass', 'Gary May'],
      ['April Glass', 'Gary May'],
    ],
  ])('%j are %j', (given, names) => {
    expect(authorsOf(given)).toEqual(names)
  })

  it('are joined by those of a byline that names one of them', () => {
    expect(authorsOf(['Ann Lee'], 'By Ann Lee and Bo Ek')).toEqual(['Ann Lee', 'Bo Ek'])
    expect(authorsOf(['Ann Lee'], 'By Bo Ek')).toEqual(['Ann Lee'])
  })
})

describe('headlines glued to a name', () => {
  const run = 'Ray asks for a bridge over the river Senators balk at long session MORE'

  it('go, up to the link below them', () => {
    const line = `Senator Ray Cyrus (Cy) McRay${run} (N.Y.) and Ann Lee${run}'s party met.`
    expect(removalsOf(line)).toEqual({
      left: ["Senator Ray Cyrus (Cy) McRay (N.Y.) and Ann Lee's party met."],
      steps: ['related headlines'],
    })
  })

  it.each([
    'Minister McRay wanted the river to have one bridge and got MORE than that.',
    'On YouTube they asked for it. The answer was simple: they wanted MORE bridges.',
  ])('are not seen in “%s”', (line) => {
    expect(removalsOf(line)).toEqual({ left: [line], steps: [] })
  })
})
