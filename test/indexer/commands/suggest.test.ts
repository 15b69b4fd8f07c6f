import { describe, expect, it } from '@jest/globals'
import { commandFor, commands } from '../../../indexer/commands/commands.ts'
import { suggest } from '../../../indexer/commands/suggest.ts'

describe('suggest', () => {
  it.each([
    ['stat', 'stats'],
    ['reindex', 'rebuild'],
    ['removed', 'remove'],
    ['Restore', 'restore'],
    ['setaside', 'set-aside'],
    ['corections', 'corrections'],
  ])('takes %s for %s', (word, name) => {
    expect(suggest(word, commands.keys())).toBe(name)
  })

  it.each(['news', 'clippings', 'x', 'stats.csv', 'in/stat'])('takes %s for no command', (word) => {
    expect(suggest(word, commands.keys())).toBeUndefined()
  })
})

describe('commandFor', () => {
  it('names the command that may have been meant where nothing is at a path', () => {
    expect(() => commandFor(['stat'])).toThrow('Did you mean stats?')
    expect(() => commandFor(['reindex', '--help'])).toThrow('Did you mean rebuild?')
  })

  it('leaves what is no command to the indexing of paths', () => {
    expect(commandFor(['nowhere']).rest).toEqual(['nowhere'])
    expect(commandFor(['./stat']).rest).toEqual(['./stat'])
  })
})
