import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FolderScan } from '../../../indexer/watch/folder-scan.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-watch-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const write = (name: string, text: string, changed = 1_000) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  utimesSync(path, changed, changed)
  return path
}
const scan = () => new FolderScan([folder], join(folder, 'data'), 100)

describe('FolderScan', () => {
  it('hands out a file when it has been quiet, once', () => {
    const path = write('a.txt', 'one')
    const looking = scan()
    expect([0, 50, 100, 200].map((now) => looking.look(now))).toEqual([[], [], [path], []])
  })

  it('leaves a file that grows until it is quiet', () => {
    const looking = scan()
    const path = write('a.txt', 'one', 1)
    looking.look(0)
    write('a.txt', 'one two', 2)
    expect(looking.look(100)).toEqual([])
    write('a.txt', 'one two three', 3)
    expect(looking.look(200)).toEqual([])
    expect(looking.look(300)).toEqual([path])
  })

  it('hands out a file again that has changed, be it at equal length', () => {
    const path = write('a.txt', 'one', 1)
    const looking = scan()
    looking.look(0)
    looking.look(100)
    write('a.txt', 'two', 2)
    looking.look(200)
    expect(looking.look(300)).toEqual([path])
  })

  it('hands out a file again that was gone', () => {
    const path = write('a.txt', 'one')
    const looking = scan()
    looking.look(0)
    looking.look(100)
    rmSync(path)
    looking.look(200)
    write('a.txt', 'one')
    looking.look(300)
    expect(looking.look(400)).toEqual([path])
  })

  it('passes over the archive, links, hidden files and what Dateline does not read', () => {
    mkdirSync(join(folder, 'data'))
    write('data/a.txt', 'one')
    write('.hidden.txt', 'one')
    write('photo.jpg', 'one')
    symlinkSync('/etc', join(folder, 'link'))
    const looking = scan()
    looking.look(0)
    expect(looking.look(100)).toEqual([])
  })
})
