import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
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

  const cyrillic =
    'Министр обороны посетил верфь в среду и осмотрел новый корвет. Подробности не сообщаются.'
  const arabic = 'زار وزير الدفاع حوض السفن يوم الأربعاء وتفقد الفرقاطة الجديدة'

  it.each<[string, Uint8Array, string]>([
    ['windows-1251', encoded('windows-1251', cyrillic), cyrillic],
    ['KOI8-R', encoded('koi8-r', cyrillic), cyrillic],
    ['windows-1256', encoded('windows-1256', arabic), arabic],
    [
      'GB18030',
      hex(
        'b9fab7c0b2bfb3a4d0c7c6dac8fdcad3b2ecc1cbd4ecb4acb3a7a3acb2a2bcecb2e9c1cbd0c2d0cdbba4cec0bda2a1a3',
      ),
      '国防部长星期三视察了造船厂，并检查了新型护卫舰。',
    ],
    [
      'Shift_JIS',
      hex(
        '9668897191e5906282cd9085976a93fa82c991a291448f8a82f0964b82ea8141905682b582a28cec89718acd82f08e8b8e4082b582bd8142',
      ),
      '防衛大臣は水曜日に造船所を訪れ、新しい護衛艦を視察した。',
    ],
    [
      'EUC-KR',
      hex(
        'b1b9b9e6bace20c0e5b0fcc0ba20bcf6bfe4c0cf20c1b6bcb1bcd2b8a620b9e6b9aec7cfbfa920bbf5b7cebfee20c8a3c0a7c7d4c0bb20c1a1b0cbc7dfb4d92e',
      ),
      '국방부 장관은 수요일 조선소를 방문하여 새로운 호위함을 점검했다.',
    ],
    [
      'ISO-2022-JP',
      hex('1b24424b49315242673f43244f422441253d6a24724b2c246c243f21231b2842'),
      '防衛大臣は造船所を訪れた。',
    ],
  ])('knows %s by its letters', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })

  it('knows the letters of a page between its tags', () => {
    const page = `<html><head><script>${'var a = 1;'.repeat(2_000)}</script></head><body><p class="lead text">${cyrillic}</p></body></html>`
    expect(decodePage(encoded('windows-1251', page))).toContain(cyrillic)
  })

  it.each([
    'Le ministre de la Défense a visité le chantier naval mercredi ; « déjà vu », a-t-il déclaré à Orléans.',
    'Die Fregatte wurde in Zürich für fünf Millionen verkauft, hieß es aus Österreich.',
    'The “new” frigate – it’s called “Café” – left for São Tomé.',
    'El señor Peña viajó a Córdoba el miércoles, según informó la agencia española.',
    'Åke Öström gick på ön, och Åsa följde efter.',
    '“Zürich”',
    'é',
  ])('takes Western letters for windows-1252: %s', (text) => {
    expect(decodeText(encoded('windows-1252', text))).toBe(text)
  })

  it('reads UTF-8 in which single bytes are damaged', () => {
    const damaged = Buffer.concat([
      Buffer.from(`${cyrillic} `),
      Buffer.from([0xff]),
      Buffer.from('!'),
    ])
    expect(decodeText(damaged)).toBe(`${cyrillic} \ufffd!`)
  })

  it('reads UTF-16 without a mark', () => {
    const little = Buffer.from(`Корвет: corvette. ${cyrillic}`, 'utf16le')
    expect(decodeText(little)).toBe(`Корвет: corvette. ${cyrillic}`)
    expect(decodeText(Buffer.from(little).swap16())).toBe(`Корвет: corvette. ${cyrillic}`)
  })

  it('never throws on any bytes but to call them binary, and finds what is UTF-8 again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\x00-\x1f]/.test(text) && !text.startsWith('\ufeff'))
        expect(decodeText(Buffer.from(text))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          expect(typeof decodeText(bytes)).toBe('string')
        } catch (error) {
          expect(String(error)).toContain('binary')
        }
      }),
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

/** Writes text in a charset of single bytes, by looking up what each byte means. */
function encoded(charset: string, text: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 63)
}

function hex(digits: string): Uint8Array {
  return Buffer.from(digits, 'hex')
}

describe('decoding a page', () => {
  it('believes its server before its own declaration', () => {
    const page = `<meta charset="koi8-r"><p>Мир`
    expect(decodePage(encoded('windows-1251', page), 'windows-1251')).toContain('Мир')
  })

  it('knows better where it declares UTF-8 and is not', () => {
    const text = 'Министр обороны посетил верфь в среду и осмотрел новый корвет.'
    const page = encoded('windows-1251', `<meta charset="utf-8"><p>${text}`)
    expect(decodePage(page)).toContain(text)
  })

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
