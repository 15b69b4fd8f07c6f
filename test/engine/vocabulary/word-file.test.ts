import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DatabaseUnusable } from '../../../engine/archive/open-database.ts'
import { similarWords } from '../../../engine/text/similar.ts'
import { WordFile } from '../../../engine/vocabulary/word-file.ts'
import { openTestArchive, record, type TestArchive } from '../archive/test-archive.ts'

let archive: TestArchive
let words: WordFile
beforeEach(() => {
  archive = openTestArchive()
  words = new WordFile(archive.dataDir)
})
afterEach(() => {
  words.close()
  archive.remove()
})

function store(key: string, title: string, text: string): string {
  return archive.commit(record({ given: { source: 'test', id: key }, title, text })).id
}

const known = () => words.vocabulary.formsFrom('', 100)

describe('the file of a vocabulary', () => {
  it('is empty before it followed an archive', () => {
    expect(known()).toEqual([])
  })

  it('holds the words of titles and texts as written', async () => {
    store('1', 'Deliveries resume', 'Two S-300s arrived.')
    await words.follow(archive.archive)
    expect(known()).toEqual(['arrived', 'deliveries', 'resume', 's-300', 'two'])
  })

  it('goes on where it stopped, also when it was closed meanwhile', async () => {
    store('1', 'One', 'Iran')
    await words.follow(archive.archive)
    store('2', 'Two', 'Kyiv')
    words.close()
    words = new WordFile(archive.dataDir)
    await words.follow(archive.archive)
    expect(known()).toEqual(['iran', 'kyiv', 'one', 'two'])
  })

  it('shows another process what is added', async () => {
    const other = new WordFile(archive.dataDir)
    store('1', 'One', 'Iran')
    await words.follow(archive.archive)
    expect(similarWords('iraq', other.vocabulary.letterForms(), 5)).toEqual(['iran'])
    other.close()
  })

  it.each([
    ['the archive was put back to an older copy', 'update followed set mark = 1'],
    ['another version of the analysis wrote it', "update followed set version = 'former'"],
  ])('reads all articles anew where %s', async (_, change) => {
    store('1', 'One', 'Iran')
    await words.follow(archive.archive)
    words.close()
    const db = new DatabaseSync(join(archive.dataDir, 'vocabulary.sqlite'))
    db.exec(`delete from word; ${change}`)
    db.close()
    words = new WordFile(archive.dataDir)
    await words.follow(archive.archive)
    expect(known()).toEqual(['iran', 'one'])
  })

  it('keeps the words of a removed article, which match nothing', async () => {
    const id = store('1', 'One', 'Iran')
    await words.follow(archive.archive)
    archive.archive.remove(archive.lease, [id])
    await words.follow(archive.archive)
    expect(known()).toEqual(['iran', 'one'])
  })

  it('names a file that is no database', () => {
    words.close()
    writeFileSync(join(archive.dataDir, 'vocabulary.sqlite'), 'Not a database. '.repeat(1_000))
    expect(() => new WordFile(archive.dataDir)).toThrow(DatabaseUnusable)
    expect(() => new WordFile(archive.dataDir)).toThrow('vocabulary.sqlite')
    words = new WordFile(join(archive.dataDir, 'elsewhere'))
  })
})
