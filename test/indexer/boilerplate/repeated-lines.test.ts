import { describe, expect, it } from '@jest/globals'
import { repeatedLines } from '../../../indexer/boilerplate/repeated-lines.ts'

/** Texts of six paragraphs of their own each, with one more line among them. */
function texts(count: number, line: string, place: 'head' | 'between' | 'tail', copies?: string) {
  return Array.from({ length: count }, (_, number) => {
    const own = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} of report ${number}.`)
    const at = { head: 0, between: 5, tail: 12 }[place]
    own.splice(at, 0, line)
    return { text: own.join('\n\n'), copies: copies ?? `text ${number}` }
  })
}

const found = (...each: Parameters<typeof texts>) => repeatedLines(texts(...each)).lines

describe('repeatedLines', () => {
  it.each([
    ['tail', 'Ann Lee is the editor of the Specimen Gazette.'],
    ['tail', 'Send tips to tips@specimen.example.'],
    ['head', 'This article is more than 1 year old'],
    ['head', 'ANALYSIS/OPINION:'],
  ] as const)('finds what stands at the %s of five different texts: “%s”', (place, line) => {
    expect(found(5, line, place)).toEqual([line])
  })

  it.each([
    'The deputy minister met the envoy of Ruritania in Vienna on Monday.',
    `The frigate is said to be unarmed${', and to lie where it lay before'.repeat(4)}.`,
  ])('does not find the statement “%s” in sixty altered copies of a report', (line) => {
    expect(found(60, line, 'head')).toEqual([])
    expect(found(60, line, 'tail')).toEqual([])
    expect(found(100, line, 'tail')).toEqual([line])
  })

  it('finds nothing in four', () => {
    expect(found(4, 'Send tips to tips@specimen.example.', 'tail')).toEqual([])
  })

  it('finds nothing that copies of one text share', () => {
    expect(found(9, 'Send tips to tips@specimen.example.', 'tail', 'one text')).toEqual([])
  })

  it('finds nothing that stands in the middle', () => {
    expect(found(9, 'What happens next in Vienna', 'between')).toEqual([])
  })

  it('finds nothing that also stands in the middle of a sixth of the texts', () => {
    const line = 'The frigate is said to be unarmed.'
    const tail = texts(10, line, 'tail')
    const between = texts(2, line, 'between').map((each, at) => ({
      ...each,
      copies: `other ${at}`,
    }))
    expect(repeatedLines([...tail, ...between]).lines).toEqual([])
  })

  it('finds nothing in less than a hundredth of the texts', () => {
    const others = texts(600, '', 'tail').map((each, at) => ({ ...each, copies: `other ${at}` }))
    expect(
      repeatedLines([...texts(5, 'Send tips to tips@specimen.example.', 'tail'), ...others]).lines,
    ).toEqual([])
  })

  it.each([
    ['tail', 'The Specimen Wire contributed to this report.'],
    ['tail', 'Material from the Specimen Wire was included in this report.'],
    ['head', 'Washington'],
    ['head', 'Ann Lee'],
    ['tail', 'Ann Lee, Specimen Review'],
    ['head', 'What are the details?'],
    ['head', 'Here is what we know:'],
    ['tail', '* * *'],
  ] as const)('leaves what may belong to the article, at the %s: “%s”', (place, line) => {
    expect(found(9, line, place)).toEqual([])
  })

  it('leaves paragraphs', () => {
    expect(found(9, 'The delegation arrived early today. '.repeat(10).trim(), 'tail')).toEqual([])
  })

  it('tells how many texts it compared', () => {
    expect(repeatedLines(texts(7, 'a b', 'head')).texts).toBe(7)
  })
})
