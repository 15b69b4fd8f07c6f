import { createHash, type Hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type FacetName, type StoredArticle } from '../article.ts'
import { prepare } from './prepare.ts'
import { readArticleRow } from './stored-row.ts'

/** What an article said, and what it was found under, at some moment: two of equal hashes say the same. */
export interface Fingerprint {
  readonly sequence: number
  readonly id: string
  /** Of title, outlet, date, address and text: the first 16 digits of a SHA-256, hexadecimal. */
  readonly content: string
  /** Of the ids of its values in every facet, with those above them: likewise. */
  readonly facets: string
}

const digits = 16

/** The articles among `sequences` that the archive still has, in the order given. */
export function fingerprintsOf(db: DatabaseSync, sequences: readonly number[]): Fingerprint[] {
  const find = prepare(db, 'select * from article where sequence = ?')
  return sequences.flatMap((sequence) => {
    const row = find.get(sequence)
    return row ? [fingerprintOf(readArticleRow(row))] : []
  })
}

/** See `Fingerprint`. Evidence does not count: other places in a text for the same value leave the hash as it is. */
export function fingerprintOf(article: StoredArticle): Fingerprint {
  const { sequence, id, title, outlet, published, url, text } = article
  return {
    sequence,
    id,
    content: finish(start([title, outlet, published, url, text])),
    facets: finish(start(facetNames.map((facet) => idsIn(article, facet)))),
  }
}

function idsIn({ facets }: StoredArticle, facet: FacetName): string {
  const ids = facets[facet].flatMap(({ id, broader }) => [id, ...broader.map((each) => each.id)])
  return [...new Set(ids)].sort().join(' ')
}

/** Each part with its length, so that no two lists of parts make the same bytes. */
function start(parts: readonly string[]): Hash {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash
}

const finish = (hash: Hash) => hash.digest('hex').slice(0, digits)

/** Those of the articles that the log of changes names after `change`, ascending. */
export function changedAfter(db: DatabaseSync, change: number): number[] {
  return prepare(db, 'select distinct sequence from change where number > ? order by sequence')
    .all(change)
    .map((row) => Number(row['sequence']))
}
