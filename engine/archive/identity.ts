import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Article } from '../article.ts'
import { isAnotherArticle, type Content } from './another-article.ts'
import { prepare } from './prepare.ts'

/** What a source says about which article a record is; '' where it says nothing. */
export interface Identity {
  /** The article's own address. */
  readonly url: string
  /** The id given by the source, made unique by the source's name: two files may both have an article 7. */
  readonly given: { readonly source: string; readonly id: string } | undefined
  /** The file that holds this one article; '' for a file of many, whose line numbers shift. */
  readonly path: string
}

/** One of the keys of a record. `kind` is compared when two records claim to be one article. */
export interface IdentityKey {
  readonly kind: 'url' | 'given' | 'path' | 'content'
  readonly key: string
}

/** The keys of a record, strongest first; never empty, because the content is always one. */
export function identityKeys(identity: Identity, contentHash: string): IdentityKey[] {
  const keys: IdentityKey[] = []
  const url = canonicalUrl(identity.url)
  if (url !== '') keys.push({ kind: 'url', key: `url:${url}` })
  if (identity.given)
    keys.push({
      kind: 'given',
      key: `given:${JSON.stringify([identity.given.source, identity.given.id])}`,
    })
  if (identity.path !== '') keys.push({ kind: 'path', key: `path:${identity.path}` })
  keys.push({ kind: 'content', key: `content:${contentHash}` })
  return keys
}

/** The file that a key belongs to; undefined for an address, a content, and what came through standard input. */
export function fileOfKey(key: string): string | undefined {
  if (key.startsWith('path:')) return key.slice('path:'.length)
  if (!key.startsWith('given:')) return undefined
  const parts: unknown = JSON.parse(key.slice('given:'.length))
  const file: unknown = Array.isArray(parts) ? parts[0] : undefined
  return typeof file === 'string' && file !== '' ? file : undefined
}

/** Two records with equal titles, texts, outlets and dates are one article, whatever file they come in. */
export function contentHash({
  title,
  outlet,
  published,
  text,
}: Pick<Article, 'title' | 'outlet' | 'published' | 'text'>): string {
  const content = [title, outlet, published, text]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

const trackingParameter = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|ref|cmpid|ocid|smid|ncid|xtor)$/i

/**
 * The form of an address in which two links to one article are equal: no fragment, no tracking, no `www.`, no scheme.
 * '' for anything but http(s), and for a bare host: scrapers give the front page where they know no better.
 */
export function canonicalUrl(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return ''
  const parsed = new URL(url)
  for (const name of [...parsed.searchParams.keys()]) {
    if (trackingParameter.test(name)) parsed.searchParams.delete(name)
  }
  parsed.searchParams.sort()
  const host = parsed.host.replace(/^www\./, '')
  const path = parsed.pathname.replace(/\/+$/, '')
  return path === '' && parsed.search === '' ? '' : host + path + parsed.search
}

/** Which article a record is. */
export interface Identified {
  /** Undefined for one that the archive does not have. */
  readonly sequence: number | undefined
  /** Why a key that the archive knows was not followed, for the closing report. */
  readonly conflict: string | undefined
}

/**
 * Follows the strongest known key to its article, unless a stronger one (or the source's own id) says that the two differ.
 * Equal content joins two records whatever their paths: a file that was moved or copied is not a second article. A path that is used
 * again for something else altogether makes a second article; an id that is does not, because its source says so, but it is told.
 */
export function identify(
  db: DatabaseSync,
  keys: readonly IdentityKey[],
  content?: Content,
): Identified {
  let conflict: string | undefined
  for (const key of keys) {
    const found = prepare(db, 'select sequence from identity where key = ?').get(key.key)
    if (!found) continue
    const sequence = Number(found['sequence'])
    const against = objection(db, sequence, { keys, key, content })
    if (!against) return { sequence, conflict }
    const isReplaced = key.kind === 'given' && against === 'reuse'
    conflict ??= told(key.kind, against, isReplaced ? 'replaced it' : 'kept as two')
    if (isReplaced) return { sequence, conflict }
  }
  return { sequence: undefined, conflict }
}

/** What speaks against following a key to its article. */
function objection(
  db: DatabaseSync,
  sequence: number,
  record: {
    readonly keys: readonly IdentityKey[]
    readonly key: IdentityKey
    readonly content: Content | undefined
  },
): keyof typeof keyNames | undefined {
  const { keys, key, content } = record
  return contradiction(db, sequence, keys, key.kind) ?? reuse(db, sequence, key, content)
}

function told(same: IdentityKey['kind'], against: keyof typeof keyNames, done: string): string {
  return `same ${keyNames[same]} as another article of this archive, but another ${keyNames[against]}: ${done}`
}

const keyNames = {
  url: 'address',
  given: 'id',
  path: 'file',
  content: 'text',
  reuse: 'title and text',
} as const

function contradiction(
  db: DatabaseSync,
  sequence: number,
  keys: readonly IdentityKey[],
  matched: IdentityKey['kind'],
): 'url' | 'given' | undefined {
  const stored = prepare(db, 'select key from identity where sequence = ?')
    .all(sequence)
    .map((row) => String(row['key']))
  const differs = (kind: 'url' | 'given', scope: string) => {
    const mine = keys.find((key) => key.kind === kind)?.key
    if (mine === undefined || stored.includes(mine)) return false
    return stored.some((key) => key.startsWith(scope))
  }
  if (matched !== 'url' && differs('url', 'url:')) return 'url'
  const given = keys.find((key) => key.kind === 'given')?.key
  // Ids of different sources say nothing about each other.
  if (given !== undefined && differs('given', given.slice(0, given.lastIndexOf(',') + 1)))
    return 'given'
  return undefined
}

/** Files and ids are used again for other articles. */
function reuse(
  db: DatabaseSync,
  sequence: number,
  { kind }: IdentityKey,
  content: Content | undefined,
): 'reuse' | undefined {
  const mayBeReused = content !== undefined && (kind === 'path' || kind === 'given')
  return mayBeReused && isAnotherArticle(db, sequence, content) ? 'reuse' : undefined
}

/** Whether one of these keys is the content of an article. */
export function hasContent(
  db: DatabaseSync,
  sequence: number,
  keys: readonly IdentityKey[],
): boolean {
  const content = keys.find((key) => key.kind === 'content')?.key ?? ''
  return (
    Number(
      prepare(db, 'select sequence from identity where key = ?').get(content)?.['sequence'],
    ) === sequence
  )
}

/** The permanent id of a new article: opaque, and the same whenever the same archive is built again. */
export function newArticleId(db: DatabaseSync, keys: readonly IdentityKey[]): string {
  const strongest = keys[0]?.key ?? ''
  for (let attempt = 0; ; attempt++) {
    const digest = createHash('sha256').update(`${attempt}\n${strongest}`).digest()
    const id = BigInt(`0x${digest.toString('hex').slice(0, 16)}`)
      .toString(36)
      .padStart(13, '0')
    if (!prepare(db, 'select 1 from article where id = ?').get(id)) return id
  }
}
