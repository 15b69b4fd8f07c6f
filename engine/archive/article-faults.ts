import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type Removal, type StoredArticle } from '../article.ts'
import { contentHash } from './identity.ts'
import { prepare } from './prepare.ts'
import { inflate, readArticleRow, readCleaning, readFacets, type ArticleRow } from './stored-row.ts'

/** An article that was looked at. */
export interface CheckedArticle {
  readonly sequence: number
  readonly id: string
  /** What is wrong with it as stored, to be read behind its name; nothing for most. */
  readonly faults: readonly string[]
}

/** Checks the articles behind a sequence number, in their order, at most `limit`. */
export function checkArticles(db: DatabaseSync, after: number, limit: number): CheckedArticle[] {
  return prepare(
    db,
    `select article.*, original.bytes as original,
       exists (select 1 from identity
               where identity.sequence = article.sequence and key like 'content:%') as has_content_key
     from article left join original using(sequence)
     where article.sequence > ? order by article.sequence limit ?`,
  )
    .all(after, limit)
    .map((row) => ({
      sequence: Number(row['sequence']),
      id: String(row['id']),
      faults: articleFaults(row, (key) => isKey(db, key)),
    }))
}

/** A row of an article, with its original as stored (null without one), and whether a key is of its content. */
type CheckedRow = ArticleRow

function isKey(db: DatabaseSync, key: string): boolean {
  return prepare(db, 'select 1 from identity where key = ?').get(key) !== undefined
}

function articleFaults(row: CheckedRow, isKey: (key: string) => boolean): string[] {
  const faults: string[] = []
  const article = attempt(faults, 'cannot be read', () => readArticleRow(row))
  if (article) faults.push(...fieldFaults(article), ...evidenceFaults(article))
  if (article) faults.push(...removalFaults(article, row, faults))
  // None where another article of the same content came first; several where it was cleaned anew.
  if (article && row['has_content_key'] === 1 && !isKey(`content:${contentHash(article)}`))
    faults.push('is known by the content of another text')
  if (row['extracted'] !== null)
    attempt(faults, 'has values as extracted that cannot be read', () =>
      readFacets(inflate(row['extracted']).toString()),
    )
  faults.push(...originalFaults(row))
  return faults
}

function attempt<T>(faults: string[], problem: string, work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    faults.push(`${problem} (${error instanceof Error ? error.message : String(error)})`)
    return undefined
  }
}

const partialDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

function isDate(date: string): boolean {
  return partialDate.test(date) && !Number.isNaN(Date.parse(date))
}

function fieldFaults({ id, title, text, published, firstIndexed }: StoredArticle): string[] {
  const faults: string[] = []
  if (!/^[a-z0-9]+$/.test(id)) faults.push('has an id that is none')
  if (title === '') faults.push('has no title')
  if (text === '') faults.push('has no text')
  if (published !== '' && !isDate(published))
    faults.push(`has a date that is none: ${JSON.stringify(published)}`)
  if (Number.isNaN(Date.parse(firstIndexed))) faults.push('does not say when it was first indexed')
  return faults
}

function evidenceFaults(article: StoredArticle): string[] {
  const faults: string[] = []
  const isInside = (length: number, { start, end }: { start: number; end: number }) =>
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
  for (const facet of facetNames)
    for (const { id, evidence } of article.facets[facet])
      if (!evidence.every((at) => isInside(article[at.field].length, at)))
        faults.push(`has evidence for ${facet} ${id} outside its text`)
  const dates = article.datesMentioned
  if (!dates.every((at) => isInside(article.text.length, at) && isDate(at.date)))
    faults.push('mentions a date that is none, or outside its text')
  return faults
}

function removalFaults({ text }: StoredArticle, row: CheckedRow, faults: string[]): string[] {
  const cleaning = attempt(faults, 'has removals that cannot be read', () => readCleaning(row))
  return cleaning && !fitTogether(text, cleaning.removed)
    ? ['has removals that do not fit its text: the text as read cannot be put together']
    : []
}

function fitTogether(text: string, removed: readonly Removal[]): boolean {
  let [read, length] = [0, text.length]
  for (const { start, end, text: part } of removed) {
    if (start < read || end - start !== part.length) return false
    read = end
    length += part.length
  }
  return read <= length
}

function originalFaults(row: CheckedRow): string[] {
  if (row['original'] === null) return ['has no original']
  const faults: string[] = []
  const bytes = attempt(faults, 'has an original that cannot be read', () =>
    inflate(row['original']),
  )
  if (bytes && createHash('sha256').update(bytes).digest('hex') !== row['original_hash'])
    faults.push('has an original that is not the one it was made of: its SHA-256 differs')
  return faults
}
