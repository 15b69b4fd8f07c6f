import { detectCharset } from './detect-charset.ts'
import { Unreadable } from './draft.ts'

/**
 * Decodes a text in the charset that `charsetOf` finds; `declared` is what somebody says it is. Throws Unreadable for binary content.
 */
export function decodeText(bytes: Uint8Array, declared = ''): string {
  // A character that the end of the file cuts in two is left out.
  return checked(new TextDecoder(charsetOf(bytes, declared)).decode(bytes, { stream: true }))
}

/** Decodes a page: as `decodeText`, and its <meta> declares a charset where nobody else does. Throws Unreadable for binary content. */
export function decodePage(bytes: Uint8Array, declared = ''): string {
  return decodeText(bytes, pageCharset(bytes, declared))
}

/** The charset that a page is said to be in, by who sent it, else by itself; '' where nobody says. */
export function pageCharset(bytes: Uint8Array, sent = ''): string {
  return knownCharset(sent) === '' ? declaredInPage(bytes) : sent
}

/**
 * Finds the charset of a text: by its byte order mark, else UTF-16 and UTF-8 where it is that, else as declared, else by what its letters
 * look like, else windows-1252. UTF-8 comes before what is declared, because files are often converted while their declaration stays.
 */
export function charsetOf(bytes: Uint8Array, declared = ''): string {
  const said = knownCharset(declared)
  // ISO-2022 writes everything in ASCII bytes, so it would pass for UTF-8.
  if (said.startsWith('iso-2022')) return said
  const sure = unmistakableCharset(bytes) ?? asUtf8(bytes)
  if (sure !== undefined) return sure
  // What is said to be UTF-8 here is not.
  const isPossible = said !== '' && !said.startsWith('utf-')
  return (isPossible ? said : detectCharset(bytes)) || 'windows-1252'
}

function asUtf8(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes)
  // Where all the rest is ASCII, that is no character cut in two but a letter of another charset: "caf\xe9".
  const isOther = isHigh(bytes.at(-1)) && /^[\x00-\x7f]*$/.test(text ?? '')
  if (text !== undefined && !isOther) return hasIso2022(bytes) ? 'iso-2022-jp' : 'utf-8'
  return isNearlyUtf8(bytes) ? 'utf-8' : undefined
}

/** Decodes UTF-8, leaving out a character that the end of the file cuts in two; undefined when it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** Whether the beginning of a file is anything but text. UTF-16 counts as binary here. */
export function looksBinary(start: Uint8Array): boolean {
  return start.includes(0)
}

/** The charset that a byte order mark or, in UTF-16, the bytes of ASCII letters tell; undefined where they do not. */
export function unmistakableCharset(bytes: Uint8Array): string | undefined {
  return markedCharset(bytes) ?? unmarkedUtf16(bytes)
}

function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Of the units of a text in UTF-16 so many are ASCII: blanks and line breaks in any script. */
const leastAscii = 0.08

/** Without a mark, UTF-16 shows by a zero in every unit of ASCII, always on the same side, and nowhere else. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const units = Math.min(bytes.length >> 1, 4096)
  if (units < 4) return undefined
  const [even, odd] = [zeros(bytes, 0, units), zeros(bytes, 1, units)]
  if (odd > units * leastAscii && even === 0) return 'utf-16le'
  return even > units * leastAscii && odd === 0 ? 'utf-16be' : undefined
}

/** How many of the first units have a zero as their first or second byte. */
function zeros(bytes: Uint8Array, side: 0 | 1, units: number): number {
  let count = 0
  for (let at = side; at < 2 * units; at += 2) if (bytes[at] === 0) count++
  return count
}

function isHigh(code: number | undefined): boolean {
  return code !== undefined && code > 127
}

/** A text with one broken character in thirty is UTF-8 that was damaged, not another charset. */
const brokenAllowed = 1 / 30

function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  const whole = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0
  return broken <= whole * brokenAllowed
}

const escape = 27

function hasIso2022(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(escape)
  // ESC $ B and ESC $ @ switch to Japanese letters.
  return at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)
}

// Where the HTML standard has browsers look for it.
const declarationWithin = 1024

function declaredInPage(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWithin))
  const declaration =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(start)
  return declaration?.[1] ?? ''
}

/** The name that the Encoding Standard has for a charset; '' for one that nobody knows. */
function knownCharset(label: string): string {
  try {
    return label === '' ? '' : new TextDecoder(label).encoding
  } catch {
    return ''
  }
}

const whiteSpace = new Set([9, 10, 12, 13])

/** Text has next to no control characters; random bytes have one in nine. */
const controlsAllowed = 0.02

function checked(text: string): string {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0) throw new Unreadable('binary, not text')
    if (code < 32 && !whiteSpace.has(code)) controls++
  }
  if (controls > text.length * controlsAllowed) throw new Unreadable('binary, not text')
  return text
}
