import { afterAll, describe, expect, it } from '@jest/globals'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { placeColumns } from '../../../engine/gazetteers/place-list.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const ours = join(import.meta.dirname, '..', '..', '..', 'seeds', 'gazetteers')
const folders: string[] = []

function folderWith(file: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteers-'))
  folders.push(folder)
  cpSync(ours, folder, { recursive: true })
  writeFileSync(join(folder, file), content)
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('loadLists', () => {
  const header = 'id\tname\tvariants\talone\tphrases\trole'
  const cases: [string, string, string, RegExp][] = [
    ['a wrong header', 'people.tsv', 'id\tname\n', /people\.tsv, line 1: the header must be/],
    ['an empty file', 'people.tsv', '', /people\.tsv, line 1: the header line .* is missing/],
    [
      'a cell too many',
      'people.tsv',
      `${header}\na\tb\tc\td\te\tf\tg\n`,
      /people\.tsv, line 2: 7 cells where 6/,
    ],
    [
      'an id used twice',
      'people.tsv',
      `${header}\na\tb\n# note\na\tc\n`,
      /people\.tsv, line 4: "a" stands on line 2/,
    ],
    [
      'an entry without id',
      'people.tsv',
      `${header}\n\tb\n`,
      /people\.tsv, line 2: the cell "id" is empty/,
    ],
    [
      'an unknown family',
      'weapons.tsv',
      'id\tname\tfamily\tcategory\tmaker\taliases\tneeds_cue\tspaced\nx-1a\tX-1A\tx-1\n',
      /weapons\.tsv, line 2: the family "x-1"/,
    ],
    [
      'a family that stands above itself',
      'weapons.tsv',
      'id\tname\tfamily\tcategory\tmaker\taliases\tneeds_cue\tspaced\nx-1\tX-1\tx-2\nx-2\tX-2\tx-1\n',
      /weapons\.tsv, line 3: the family "x-1" stands above itself/,
    ],
    [
      'an unknown country',
      'places.tsv',
      `${placeColumns.join('\t')}\nport-x\tPort X\tcity\tAtlantis\n`,
      /places\.tsv, line 2: the country "Atlantis" is not in this list/,
    ],
    [
      'a latitude that is none',
      'places.tsv',
      `${placeColumns.join('\t')}\nport-x\tPort X\tcity\t\t\t\t91\t10\n`,
      /places\.tsv, line 2: "91" is no number of degrees up to 90/,
    ],
    [
      'a latitude without its longitude',
      'places.tsv',
      `${placeColumns.join('\t')}\nport-x\tPort X\tcity\t\t\t\t48.5\n`,
      /places\.tsv, line 2: "" is no number of degrees up to 180/,
    ],
  ]
  it.each(cases)('names file and line for %s', (_, file, content, message) => {
    const folder = folderWith(file, content)
    expect(() => loadLists(folder)).toThrow(message)
  })

  it('changes its version with any list', () => {
    const changed = folderWith('demonyms.tsv', 'word\nAtlantean\n')
    expect(loadLists(changed).version).not.toBe(loadLists().version)
    expect(loadLists().version).toBe(loadLists().version)
  })
})
