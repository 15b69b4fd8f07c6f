import { describe, expect, it } from '@jest/globals'
import { readSketch, sharedPart } from '../../../engine/archive/sketch.ts'
import { makeSignature } from '../../../indexer/families/make-signature.ts'

const sign = (text: string, dateline = '') => makeSignature({ text, dateline })

/** A hundred words that no other letter shares. */
const words = (letter: string) => Array.from({ length: 100 }, (_, nth) => `${letter}${nth}`)
const [a, b, c] = [words('a'), words('b'), words('c')]

describe('the signature of a text', () => {
  it.each([
    ['case', 'CREWS UNLOADED FOUR LAUNCHERS'],
    ['white space', 'Crews  unloaded\n\nfour\u00a0launchers'],
    ['punctuation', '“Crews” unloaded – four launchers.'],
  ])('is the same whatever the %s', (_, text) => {
    expect(sign(text)).toEqual(sign('Crews unloaded four launchers'))
  })

  it.each([
    ['a word', 'Crews unloaded five launchers'],
    ['the order', 'Crews four unloaded launchers'],
    ['a letter of another script', 'Crews unloaded four launcherѕ'],
    ['what has no word', '…'],
  ])('differs where %s does', (_, text) => {
    expect(sign(text).textHash).not.toBe(sign('Crews unloaded four launchers').textHash)
  })

  it('tells texts without words apart', () => {
    expect(sign('…').textHash).not.toBe(sign('!!!').textHash)
  })

  it('does not depend on the dateline', () => {
    const dateline = 'OSLO (Sample Agency) -'
    expect(sign(`${dateline} Crews unloaded it.`, dateline)).toEqual(sign('Crews unloaded it.'))
  })

  it('reads every sign of a script without spaces as a word', () => {
    const text = '我们在港口卸下了四套发射装置而且没有人受伤也没有人说话'
    const { rows } = readSketch(sign(text))
    expect(rows).toBe(text.length - 3)
  })

  it('has no sketch for a text of some words', () => {
    expect(sign(a.slice(0, 18).join(' ')).bytes).toHaveLength(0)
    expect(sign(a.slice(0, 19).join(' ')).bytes).not.toHaveLength(0)
  })

  it.each([
    ['all of it', a, [...a, ...b], 1],
    ['half of it', [...a, ...b], [...b, ...c], 0.5],
    ['nothing', a, b, 0],
    [
      'all of a short text in one of fifty times its length',
      a,
      [...a, ...Array.from({ length: 49 }, (_, n) => words(`z${n}y`)).flat()],
      1,
    ],
  ])('tells what part of the shorter text the longer one has: %s', (_, one, other, part) => {
    const [first, second] = [one, other].map((text) => readSketch(sign(text.join(' '))))
    if (!first || !second) throw new Error('two sketches were made')
    expect(Math.abs(sharedPart(first, second) - part)).toBeLessThan(0.1)
    expect(sharedPart(second, first)).toBe(sharedPart(first, second))
  })
})
