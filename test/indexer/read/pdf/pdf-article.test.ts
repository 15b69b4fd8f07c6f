import { describe, expect, it } from '@jest/globals'
import { readPdf } from '../../../../indexer/read/pdf/pdf-article.ts'
import { pdfOf, type PlacedText } from '../make-pdf.ts'

const line = (y: number, text: string, size = 11, x = 50): PlacedText => ({ x, y, size, text })

describe('a PDF', () => {
  it('is read by its text: paragraphs, joined words, the largest line for a headline', async () => {
    const page = [
      line(700, 'Corvette sold', 24),
      line(600, 'The corvette left the yard on Mon-'),
      line(586, 'day, four years late, with S-'),
      line(572, '300 missiles on board.'),
      line(540, 'Nobody paid for it.'),
    ]
    expect(await readPdf(pdfOf([page]))).toMatchObject({
      title: 'Corvette sold',
      text: 'The corvette left the yard on Monday, four years late, with S-300 missiles on board.\n\nNobody paid for it.',
      published: [],
    })
  })

  it('leaves out what stands on top and at the bottom of its pages, and goes on across them', async () => {
    const pages = ['The first page goes', 'on to the second, and', 'ends with the third.'].map(
      (text, at) => [
        line(780, 'The Sample Review'),
        line(600, text),
        line(30, `Page ${at + 1} of 3`),
      ],
    )
    expect((await readPdf(pdfOf(pages, { info: '/Title (Three pages)' }))).text).toBe(
      'The first page goes on to the second, and ends with the third.',
    )
  })

  it('keeps columns apart', async () => {
    const page = [
      line(600, 'Left one'),
      line(586, 'left two.'),
      line(600, 'Right one', 11, 320),
      line(586, 'right two.', 11, 320),
    ]
    expect((await readPdf(pdfOf([page], { info: '/Title (Columns)' }))).text).toBe(
      'Left one left two.\n\nRight one right two.',
    )
  })

  it('takes title and author from the document where it has them', async () => {
    const info = '/Title (Corvette sold) /Author (Ann Lee and Bo Ek)'
    expect(await readPdf(pdfOf([[line(600, 'On Monday.')]], { info }))).toMatchObject({
      title: 'Corvette sold',
      authors: ['Ann Lee', 'Bo Ek'],
    })
  })

  it('does not take the name of a file for its title', async () => {
    const info = '/Title (Microsoft Word - draft3.doc) /Author (alee)'
    const page = [line(700, 'Corvette sold', 24), line(600, 'On Monday.')]
    expect(await readPdf(pdfOf([page], { info }))).toMatchObject({
      title: 'Corvette sold',
      authors: [],
    })
  })

  it.each([
    ['a scan', pdfOf([[]]), 'a scanned PDF without text: run OCR first'],
    ['broken', Buffer.from('%PDF-1.4 rubbish'), 'a broken PDF'],
    [
      'encrypted',
      pdfOf([[line(600, 'x')]], {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) /P -4 >> /ID [(1) (1)]`,
      }),
      'an encrypted PDF: save it without its password first',
    ],
  ])('is set aside when it is %s', async (_, bytes, reason) => {
    await expect(readPdf(bytes)).rejects.toThrow(reason)
  })
})
