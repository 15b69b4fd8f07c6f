import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'

/** Each attack, the file of the tests that hold it, and words by which they are found there. */
const table: readonly [attack: string, file: string, test: string][] = [
  ['scripts kept in any field', 'scripts-in-things', 'is markup on none of them'],
  ['scripts kept in any field, in a feed', 'scripts-in-things', 'reaches readers of feeds as text'],
  ['scripts kept in the name of an account', 'scripts-in-things', 'whoever has logged in'],
  ['scripts in any parameter', 'odd-addresses', 'in whatever parameter'],
  ['scripts in a path', 'odd-addresses', 'in whatever place of the path'],
  ['scripts inline or from elsewhere', '../protection', 'run nothing inline'],
  ['scripts in what is printed of a login', 'logging-in', 'never prints what was typed as markup'],
  ['formulas in a table', '../export/csv', 'but for the apostrophe before a formula'],
  ['forms of another site', '../protection', 'is refused even with a token'],
  ['forms without a token, on every route', 'forms-and-headers', 'refused everywhere without'],
  ['forms with the token of another', 'forms-and-headers', 'with the token of another session'],
  ['logging in from another site', 'forms-and-headers', 'that logs in is refused from another'],
  ['a foreign host name', 'forms-and-headers', 'is refused under a foreign host name'],
  ['a forwarded host', 'forms-and-headers', 'never names the host of X-Forwarded-Host'],
  ['line breaks in an address', 'odd-addresses', 'gets into no header'],
  ['line breaks in a name', 'odd-addresses', 'gets into no header either'],
  ['line breaks in a header', 'without-accounts', 'does not get through to an answer'],
  ['names of files', '../export/file-name', 'never breaks out of its header or folder'],
  ['control characters in a log', '../alerts/send-alerts', 'control characters are left out'],
  ['leading to another site by a login', 'sessions', 'stays on this site'],
  ['leading to another site by a form', 'odd-addresses', 'leads to no other site'],
  ['paths out of a folder', 'odd-addresses', 'finds nothing'],
  ['paths as ids', 'odd-addresses', 'is no id of an original'],
  ['private addresses by a feed', '../../indexer/fetch/reach', 'what WebClient connects to'],
  ['private addresses by a redirect', '../../indexer/fetch/reach', 'checked again for every'],
  [
    'private addresses by another answer',
    '../../indexer/fetch/reach',
    'the next answer may differ',
  ],
  ['private addresses by a webhook', '../alerts/send-alerts', 'are not sent to %s'],
  ['queries that take long', '../../engine/query/fuzz', 'a number of steps that grows with'],
  ['two thousand awkward queries', 'odd-addresses', 'two thousand times'],
  ['a form too large', '../protection', 'that is too large is refused with 413'],
  ['a name or password too long', 'forms-and-headers', 'far too long is refused'],
  ['a body from whoever may not send it', 'forms-and-headers', 'is read only for who may send'],
  ['an answer too long', '../../indexer/fetch/web-client', 'refuses a body that is announced'],
  ['a planted session', 'logging-in', 'takes a new session, so that one that somebody'],
  ['a made-up session', 'logging-in', 'takes no session id that it did not give'],
  ['a session after the logout', 'logging-in', 'ends with the logout'],
  ['guessing passwords', 'throttling', 'are refused with 429 and a time after five'],
  ['finding out names', 'sessions', 'costs as much as one that somebody has'],
  ['what belongs to another, on every route', 'foreign-things', 'neither shown nor changed by'],
  ['the feed of another', '../query-feed', 'is nobody else’s to make or to take back'],
  ['a feed that was taken back', '../query-feed', 'none after it was taken back'],
  ['what only admins may do', 'permissions', 'admin'],
  ['a site without accounts behind a proxy', 'without-accounts', 'refuses what comes with %s'],
]

describe('each attack is held by a test', () => {
  it.each(table)('%s: %s', (_attack, file, test) => {
    const path = new URL(`${file}.test.ts`, import.meta.url)
    const names = readFileSync(path, 'utf8').match(/(?:it|describe|\))\(\s*['"`].*/g) ?? []
    expect(names.filter((name) => name.includes(test)).length).toBeGreaterThan(0)
  })
})
