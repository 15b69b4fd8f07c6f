import type { DatabaseSync } from 'node:sqlite'

/** What is told of who did what. */
export type AuditAction =
  | 'made a correction'
  | 'took back a correction'
  | 'imported corrections'
  | 'removed an article'
  | 'loaded the sample'
  | 'removed the sample'
  | 'added an account'
  | 'changed a password'
  | 'changed a role'
  | 'removed an account'
  | 'was refused further logins'
  | 'shared'
  | 'stopped sharing'

/** Something to tell. */
export interface AuditEntry {
  /** The name of the account, `commandLine`, or '' for the owner of a site without accounts. */
  readonly account: string
  readonly action: AuditAction
  /** What it was done to: an id, a name. */
  readonly subject: string
  readonly details: string
}

/** Something told. */
export interface AuditLine {
  readonly id: number
  /** ISO 8601 UTC. */
  readonly at: string
  readonly account: string
  readonly action: string
  readonly subject: string
  readonly details: string
}

/** One part of the log, the latest first, and how many lines match in all. */
export interface AuditPart {
  readonly lines: readonly AuditLine[]
  readonly total: number
}

/** Who acts where `npm run user` does. It has a space, so no account has this name. */
export const commandLine = 'npm run user'

const longest = { account: 100, subject: 300, details: 2_000 } as const

/** Who corrected, removed, shared and let in: only ever added to; the database refuses changes of what was told. */
export class Audit {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Adds a line. Characters that could forge or hide a line are spelled out, and long texts cut. */
  add({ account, action, subject, details }: AuditEntry): void {
    this.#db
      .prepare('insert into audit(at, account, action, subject, details) values(?, ?, ?, ?, ?)')
      .run(
        new Date().toISOString(),
        toOneLine(account, longest.account),
        action,
        toOneLine(subject, longest.subject),
        toOneLine(details, longest.details),
      )
  }

  /** Lines with all the words of `find`, in any letters of upper or lower case; `part` counts from 1. */
  list(find: string, part: number, linesInPart: number): AuditPart {
    const words = find.split(/\s+/).filter(Boolean).slice(0, 10)
    const condition = ['1', ...words.map(() => `${searched} like ? escape '\\'`)].join(' and ')
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
    const total = this.#db
      .prepare(`select count(*) as n from audit where ${condition}`)
      .get(...patterns)?.['n']
    const rows = this.#db
      .prepare(`select * from audit where ${condition} order by id desc limit ? offset ?`)
      .all(...patterns, linesInPart, (part - 1) * linesInPart)
    return { lines: rows.map(readRow), total: Number(total) }
  }
}

const searched = "(at || ' ' || account || ' ' || action || ' ' || subject || ' ' || details)"

/** Control and direction characters as \u{…}: a line stays one line, and reads as it stands. */
function toOneLine(text: string, most: number): string {
  const cut = text.toWellFormed().slice(0, most).toWellFormed()
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

function readRow(row: Readonly<Record<string, unknown>>): AuditLine {
  return {
    id: Number(row['id']),
    at: String(row['at']),
    account: String(row['account']),
    action: String(row['action']),
    subject: String(row['subject']),
    details: String(row['details']),
  }
}
