import { readFileSync } from 'node:fs'

/** The version of this program, as its package says. */
export function datelineVersion(): string {
  const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  const read: unknown = JSON.parse(file)
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : ''
}
