import { describe, expect, it } from '@jest/globals'
import { decodePage, decodeText } from '../../../indexer/read/decode.ts'

describe('decoding a text file', () => {
  it('reads UTF-8, with or without a byte order mark', () => {
    expect(decodeText(Buffer.from('Zürich'))).toBe('Zürich')
    expect(decodeText(Buffer.from('\ufeffZürich'))).toBe('Zürich')
  })

  it('reads windows-1252 where it is not UTF-8', () => {
    expect(decodeText(Buffer.from([0x93, 0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x94]))).toBe(
      '“Zürich”',
    )
  })

  it('reads UTF-16 by its byte order mark', () => {
    const little = Buffer.from('\ufeffZürich', 'utf16le')
    expect(decodeText(little)).toBe('Zürich')
    expect(decodeText(Buffer.from(little).swap16())).toBe('Zürich')
  })

  it('leaves out a character that the end of the file cuts in two', () => {
    expect(decodeText(Buffer.from('Zürich – Genève é').subarray(0, -1))).toBe('Zürich – Genève ')
  })

  it.each([
    ['NUL bytes', Buffer.from('a\u0000b')],
    ['random bytes', Buffer.from(Array.from({ length: 500 }, (_, at) => ((at * 197) % 255) + 1))],
  ])('refuses %s as binary', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow('binary')
  })
})

describe('decoding a page', () => {
  it('follows the charset that the page declares', () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcc, 0xe8, 0xf0]),
    ])
    expect(decodePage(page)).toContain('Мир')
  })

  it('knows better where the page was converted to UTF-8 and still declares another charset', () => {
    expect(decodePage(Buffer.from('<meta charset="iso-8859-1"><p>Zürich'))).toContain('Zürich')
  })

  it('survives a charset that nobody knows', () => {
    expect(
      decodePage(Buffer.from([...Buffer.from('<meta charset="klingon"><p>Z'), 0xfc])),
    ).toContain('Zü')
  })
})
