import { createHash } from 'node:crypto'

/** A name that stays the same wherever a site is reached: a UUID of version 8 (RFC 9562) made of the SHA-256 of `text`. */
export function urnOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex').slice(0, 32)
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0b11) | 0b1000).toString(16)
  const marked = `${digits.slice(0, 12)}8${digits.slice(13, 16)}${variant}${digits.slice(17)}`
  return `urn:uuid:${marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
