import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { findFiles, type Found } from '../../../indexer/read/find-files.ts'
import { openReadDesk, type ReadDesk } from './read-desk.ts'

let desk: ReadDesk
beforeAll(() => {
  desk = openReadDesk()
})
beforeEach(() => {
  desk.empty()
  for (const name of [
    'news/a.html',
    'news/b.txt',
    'news/deep/c.html',
    'news/.hidden/d.html',
    'e.html',
  ])
    desk.write(name, 'x')
})
afterAll(() => {
  desk.close()
})

const at = (path: string) => join(desk.folder, path)
const shown = (files: Iterable<Found>) =>
  [...files].map((found) =>
    found.kind === 'set aside'
      ? `${found.file.replace(`${desk.folder}/`, '')}: ${found.reason}`
      : found.path.replace(`${desk.folder}/`, ''),
  )
const find = (...paths: string[]) => findFiles(paths.map(at), '/no/such/folder')

describe('looking for files', () => {
  it.each([
    ['a folder', ['news'], ['news/a.html', 'news/b.txt', 'news/deep/c.html']],
    ['a pattern', ['news/*.html'], ['news/a.html']],
    ['a pattern at any depth', ['**/*.html'], ['e.html', 'news/a.html', 'news/deep/c.html']],
    ['a pattern that folders match', ['new*'], ['news/a.html', 'news/b.txt', 'news/deep/c.html']],
    [
      'a folder after a file and a pattern within it',
      ['news/b.txt', 'news/**/c.*', 'news'],
      ['news/b.txt', 'news/deep/c.html', 'news/a.html'],
    ],
    [
      'a folder before one within it',
      ['news', 'news/deep'],
      ['news/a.html', 'news/b.txt', 'news/deep/c.html'],
    ],
  ])('finds each file once in %s', (_, paths, files) => {
    expect(shown(find(...paths).files)).toEqual(files)
  })

  it('names a pattern that nothing matches', () => {
    const { files, missing } = find('news/*.pdf', 'e.html')
    expect(missing).toEqual([at('news/*.pdf')])
    expect(shown(files)).toEqual(['e.html'])
  })

  it('prefers a file that has the name of a pattern', () => {
    desk.write('[e].html', 'x')
    expect(shown(find('[e].html').files)).toEqual(['[e].html'])
  })

  it('follows a link that is named, and none within a folder or a pattern', () => {
    mkdirSync(at('out'))
    desk.write('out/f.html', 'x')
    symlinkSync(at('out'), at('news/link'))
    symlinkSync(at('news'), at('news/deep/circle'))
    symlinkSync(at('out/f.html'), at('news/g.html'))
    expect(shown(find('news/link').files)).toEqual(['out/f.html'])
    expect(shown(find('news/*.html').files)).toEqual([
      'news/g.html: a symbolic link: not followed',
      'news/a.html',
    ])
    expect(shown(find('news').files)).toEqual([
      'news/a.html',
      'news/b.txt',
      'news/deep/c.html',
      'news/deep/circle: a symbolic link: not followed',
      'news/g.html: a symbolic link: not followed',
      'news/link: a symbolic link: not followed',
    ])
  })

  it('takes no file of the data folder, also when a pattern matches it', () => {
    const found = findFiles([at('**/*.html'), at('news')], at('news'))
    expect(shown(found.files)).toEqual([
      'e.html',
      'news: part of the data folder: name its files instead',
    ])
  })

  it('takes a file of the data folder that is named', () => {
    const found = findFiles([at('news/b.txt')], at('news'))
    expect(shown(found.files)).toEqual(['news/b.txt'])
  })

  it('counts bytes, and walks again each time it is asked', () => {
    const found = find('news')
    expect(found.bytes()).toBe(3)
    desk.write('news/z.txt', 'xyz')
    expect(found.bytes()).toBe(6)
    expect(shown(found.files)).toContain('news/z.txt')
  })
})
