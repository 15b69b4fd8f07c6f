import { readFileSync } from 'node:fs'

/** The name that rules of a robots.txt for this program go by. */
export const robotName = 'Dateline'

/** How this program introduces itself to servers: `Dateline/0.1.0 (news archive; reads feeds and the pages they link)`. */
export function userAgent(): string {
  return `${robotName}/${ownVersion()} (news archive; reads feeds and the pages they link)`
}

function ownVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return /"version":\s*"([\w.+-]+)"/.exec(file)?.[1] ?? '0'
}
