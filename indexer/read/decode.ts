import { Unreadable } from './draft.ts'

/**
 * Decodes a text file: by its byte order mark (UTF-8, UTF-16), else as UTF-8 when it is, else as windows-1252.
 * Throws Unreadable for binary content.
 */
export function decodeText(bytes: Uint8Array): string {
  return checked(decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeAs('windows-1252', bytes))
}

/**
 * Decodes a page: as `decodeText`, but what is not UTF-8 is in the charset that its <meta> declares. UTF-8 comes
 * first, because saved pages are often converted while their declaration stays. Throws Unreadable for binary content.
 */
export function decodePage(bytes: Uint8Array): string {
  const declared = declaredCharset(bytes)
  // ISO-2022 writes everything in ASCII bytes, so it would pass for UTF-8.
  const utf8 = /^iso-2022/i.test(declared) ? undefined : decodeUtf8(bytes)
  return checked(decodeMarked(bytes) ?? utf8 ?? decodeAs(declared, bytes))
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

function decodeMarked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  return undefined
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  return new TextDecoder(charset).decode(bytes)
}

// Where the HTML standard has browsers look for it.
const declarationWithin = 1024

function declaredCharset(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWithin))
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ?? ''
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'windows-1252'
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
