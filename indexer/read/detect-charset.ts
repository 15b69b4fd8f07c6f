import { analyse } from 'chardet'

/** Charsets that are told from their bytes, as the Encoding Standard names them. Of Western and Central European ones none is: see below. */
const recognised = new Map([
  ['windows-1251', 'windows-1251'],
  ['KOI8-R', 'koi8-r'],
  ['ISO-8859-5', 'iso-8859-5'],
  ['ISO-8859-7', 'windows-1253'],
  ['windows-1256', 'windows-1256'],
  ['ISO-8859-6', 'iso-8859-6'],
  ['ISO-8859-8', 'windows-1255'],
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
])

/** Of a hundred; right guesses on a single sentence begin at 38. */
const leastConfidence = 30

/** A guess needs no more. */
const sampleBytes = 64 * 1024

/**
 * Guesses the charset of text that is neither UTF-8 nor UTF-16; '' where no guess is sure. Letters that stand alone among ASCII, as in
 * "café", are Western to us: statistics often mistake them, and a wrong guess makes the text unreadable.
 */
export function detectCharset(bytes: Uint8Array): string {
  const sample = sampleOf(bytes)
  if (shareInRows(sample) < leastInRows) return ''
  for (const { name, confidence } of analyse(sample)) {
    const charset = recognised.get(name)
    if (confidence < leastConfidence) return ''
    if (charset !== undefined && isDecodable(sample, charset)) return charset
  }
  return ''
}

/** From the first byte on that is not ASCII: a page may begin with a hundred kilobytes of scripts. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127)
  const from = Math.max(0, first - 64)
  return withoutMarkup(bytes.subarray(from, from + 4 * sampleBytes)).subarray(0, sampleBytes)
}

const tagOpen = 60
const tagClose = 62

/** Tags are ASCII and would pass for English. */
function withoutMarkup(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  let inTag = false
  for (const byte of bytes) {
    if (byte === tagOpen) inTag = true
    if (!inTag) kept[length++] = byte
    if (byte === tagClose) inTag = false
  }
  // A "<" that opens no tag would leave nothing.
  return length > bytes.length / 20 ? kept.subarray(0, length) : bytes
}

/** Scripts other than Latin have next to no letter without a neighbour of theirs. */
const leastInRows = 0.75

function shareInRows(sample: Uint8Array): number {
  let letters = 0
  let alone = 0
  for (let at = 0; at < sample.length; at++) {
    if (!isHigh(sample[at])) continue
    letters++
    if (!isHigh(sample[at - 1]) && !isHigh(sample[at + 1])) alone++
  }
  return letters === 0 ? 0 : 1 - alone / letters
}

function isHigh(byte: number | undefined): boolean {
  return byte !== undefined && byte > 127
}

function isDecodable(sample: Uint8Array, charset: string): boolean {
  try {
    // The sample may end within a character.
    new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}
