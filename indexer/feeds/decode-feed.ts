import { decodeText, decodeUtf8 } from '../read/decode.ts'

/** Where a declaration stands, if there is one. */
const declarationWithin = 200

/**
 * Decodes a feed: by its byte order mark, else as UTF-8 when it is (declarations are often left behind), else in the character set
 * that it or else its server declares, else as a text file. Throws Unreadable for binary content.
 */
export function decodeFeed(bytes: Uint8Array, served: string): string {
  if (isUtf16(bytes)) return decodeText(bytes)
  const declared = declaredCharset(bytes)
  // ISO-2022 writes everything in ASCII bytes, so it would pass for UTF-8.
  const utf8 = /^iso-2022/i.test(declared) ? undefined : decodeUtf8(bytes)
  return utf8 ?? decodeAs(declared, bytes) ?? decodeAs(served, bytes) ?? decodeText(bytes)
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function declaredCharset(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWithin))
  return /<\?xml[^>]*?\sencoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1] ?? ''
}

/** Undefined for a character set that is unknown, or UTF-8, which the bytes are not. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  if (label === '' || /^utf-?8$/i.test(label)) return undefined
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return undefined
  }
}
