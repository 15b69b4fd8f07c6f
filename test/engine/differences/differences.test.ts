import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { differencesBetween, type Segment } from '../../../engine/differences/differences.ts'

/** What a side shows: what stands there only is in brackets. */
function side(text: string, segments: readonly Segment[]): string {
  return segments
    .map(({ kind, range }) => {
      const shown = text.slice(...range)
      return kind === 'same' ? shown : `[${shown}]`
    })
    .join(' ')
}

function shown(left: string, right: string): string[][] {
  const { rows } = differencesBetween(left, right)
  return rows.map((row) => [side(left, row.left), side(right, row.right)])
}

describe('the differences between two texts', () => {
  it('are words, with equal paragraphs side by side', () => {
    expect(
      shown(
        'Crews unloaded four launchers.\n\nNobody was hurt.',
        'Crews unloaded six launchers.\n\nNobody was hurt.',
      ),
    ).toEqual([
      ['Crews unloaded [four] launchers.', 'Crews unloaded [six] launchers.'],
      ['Nobody was hurt.', 'Nobody was hurt.'],
    ])
  })

  it('leave a gap beside a paragraph that the other text does not have', () => {
    expect(
      shown('The ship left.\nIt carried oil.\nIt came back.', 'The ship left.\nIt came back.'),
    ).toEqual([
      ['The ship left.', 'The ship left.'],
      ['[It carried oil.]', ''],
      ['It came back.', 'It came back.'],
    ])
  })

  it('put a paragraph beside the two that it was divided into', () => {
    expect(shown('The ship left. It came back.', 'The ship left.\nIt came back.')).toEqual([
      ['The ship left. It came back.', 'The ship left.\nIt came back.'],
    ])
  })

  it('are not the forms of quotation marks and dashes', () => {
    const { shared } = differencesBetween('He said “yes” – twice.', 'He said "yes" - twice.')
    expect(shared).toEqual({ left: 1, right: 1 })
  })

  it('tell what part of each text the other one has', () => {
    const { shared } = differencesBetween('abcd abcd', 'abcd abcd efgh ijkl')
    expect(shared).toEqual({ left: 1, right: 0.5 })
  })

  it('are sentences where too many words differ', () => {
    const words = (name: string, count: number) =>
      Array.from({ length: count }, (_, nth) => `${name}${nth}`).join(' ')
    const left = `${words('a', 2_000)}. They met in the harbour.`
    const right = `${words('b', 2_000)}. They met in the harbour.`
    const { by, rows, shared } = differencesBetween(left, right)
    expect(by).toBe('sentences')
    expect(rows.map((row) => side(right, row.right).slice(-27))).toEqual([
      '9.] They met in the harbour.'.slice(-27),
    ])
    expect(shared.left).toBeGreaterThan(0)
  })

  it('cover each text once, in order, and the same words on both sides', () => {
    const word = fc.constantFrom(
      'ship',
      'Ship',
      'left',
      '“left”',
      '"left"',
      'oil.',
      '\n',
      '\n\n',
      ' ',
    )
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
    const solid = (written: string) => written.replace(/\s+/g, '').replace(/[“”]/g, '"')
    const part = (written: string, segments: readonly Segment[], kinds: readonly string[]) =>
      solid(
        segments
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ range }) => written.slice(...range))
          .join(''),
      )
    fc.assert(
      fc.property(text, text, (left, right) => {
        const { rows } = differencesBetween(left, right)
        const sides = {
          left: rows.flatMap((row) => row.left),
          right: rows.flatMap((row) => row.right),
        }
        const all = ['same', 'only here']
        expect(part(left, sides.left, all)).toBe(solid(left))
        expect(part(right, sides.right, all)).toBe(solid(right))
        expect(part(left, sides.left, ['same'])).toBe(part(right, sides.right, ['same']))
      }),
    )
  })
})
