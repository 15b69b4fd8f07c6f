import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { attachment, fileName, fileNameInFull } from '../../../server/export/file-name.ts'
import { exportedOf } from './to-export.ts'

const named = (name: string) => exportedOf([], { name, total: 1234 })

describe('the name of an exported file', () => {
  it.each([
    ['missile delivery, 2016', 'dateline-missile-delivery-2016-2026-11-02-1234-articles'],
    ['Müller “S-300”', 'dateline-muller-s-300-2026-11-02-1234-articles'],
    ['Иран', 'dateline-2026-11-02-1234-articles'],
    ['../../etc/passwd', 'dateline-etc-passwd-2026-11-02-1234-articles'],
  ])('says of %s what it is, when and how much', (name, file) => {
    expect(fileName(named(name))).toBe(file)
  })

  it('is cut at a word', () => {
    const name = `${'harbour '.repeat(7)}quay and more`
    expect(fileName(named(name))).toBe(
      `dateline-${'harbour-'.repeat(7)}quay-2026-11-02-1234-articles`,
    )
    expect(fileName(named(`${'harbour '.repeat(7)}cranes`))).toBe(
      `dateline-${'harbour-'.repeat(7)}2026-11-02-1234-articles`,
    )
    expect(fileName(named('x'.repeat(70)))).toBe(
      `dateline-${'x'.repeat(60)}-2026-11-02-1234-articles`,
    )
  })

  it('keeps other scripts for browsers that can take them', () => {
    expect(fileNameInFull(named('Иран'))).toBe('dateline-иран-2026-11-02-1234-articles')
  })

  it('leaves out a number that is not certain', () => {
    expect(fileName(exportedOf([], { bound: 'at most', total: 5 }))).toBe(
      'dateline-convoys-2026-11-02',
    )
  })

  it('never breaks out of its header or folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(fileName(named(name))).toMatch(/^[a-z0-9-]{1,120}$/)
        expect(attachment(named(name), 'csv')).toMatch(
          /^attachment; filename="[a-z0-9-]+\.csv"; filename\*=UTF-8''[\w%.~!*'()-]+$/,
        )
      }),
    )
  })
})
