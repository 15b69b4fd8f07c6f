import type { DatabaseSync } from 'node:sqlite'
import type { Signature } from '../article.ts'
import { linkAgain, linkedWith, olderLinks, type LinkedArticles } from './family-links.ts'
import { logChange } from './marks.ts'
import { prepare } from './prepare.ts'
import { addKeys, removeKeys, signatureOf, youngerConcerned } from './sketch-keys.ts'
import { isNear, readSketch, signatureVersion } from './sketch.ts'

/*
 * An article is linked with the older ones that it is a copy of. What is linked, over however many articles, is a family, as far as
 * each member has half of its text in common with the oldest: so no row of small changes leads to an unrelated text. Which
 * families there are follows from the articles and their sequence numbers alone.
 */

/** The signature that an article has from now on. */
export interface Signed {
  readonly sequence: number
  /** Undefined for an article that is removed. */
  readonly signature: Signature | undefined
}

/** What families need to know of the transaction in which they change. */
export interface FamilyBatch {
  readonly mark: number
  /** Articles whose change is logged already. */
  readonly logged: ReadonlySet<number>
}

/**
 * Follows the signatures of articles that are stored or removed in the caller's transaction: links them, and gives all whose family
 * is another one now that family, logging them as changed.
 */
export function keepFamilies(
  db: DatabaseSync,
  signed: readonly Signed[],
  batch: FamilyBatch,
): void {
  const concerned: Concerned = { newcomers: new Set(), toLink: new Set(), touched: new Set() }
  exchange(db, signed, concerned)
  const { newcomers, toLink, touched } = concerned
  for (const sequence of toLink) {
    const changed = linkAgain(db, sequence)
    if (changed.length === 0) continue
    if (newcomers.has(sequence) && joinsAtOnce(db, sequence, batch)) continue
    for (const other of changed) touched.add(other)
  }
  // Those that a decision covers are taken out of the set on the way.
  for (const sequence of touched) decideAround(db, sequence, touched, batch)
}

/** The articles that a batch of signatures may concern. */
interface Concerned {
  /** Had no signature before. */
  readonly newcomers: Set<number>
  /** May have other links now. */
  readonly toLink: Set<number>
  /** Have other links, or another signature: whatever is linked with them is decided anew. */
  readonly touched: Set<number>
}

/**
 * Puts signatures in the place of those that the articles had. The youngest are taken out first: most of them concern nobody then, while
 * each of the oldest concerns all that are younger.
 */
function exchange(db: DatabaseSync, signed: readonly Signed[], concerned: Concerned): void {
  const latest = new Map(signed.map(({ sequence, signature }) => [sequence, signature]))
  const sequences = [...latest.keys()].sort((a, b) => a - b)
  const changing = sequences.filter(
    (sequence) => !keepsSignature(db, sequence, latest.get(sequence)),
  )
  for (const sequence of changing.toReversed()) {
    concerned.toLink.add(sequence)
    const former = signatureOf(db, sequence)
    if (former) takeOut(db, sequence, former, concerned)
    else concerned.newcomers.add(sequence)
  }
  for (const sequence of changing) {
    const signature = latest.get(sequence)
    if (signature) putIn(db, sequence, signature, concerned)
  }
}

/** Whether an article has the same signature as before; it is noted that it is of this version. */
function keepsSignature(db: DatabaseSync, sequence: number, signature?: Signature): boolean {
  const former = signatureOf(db, sequence)
  if (!former || !signature || !isSame(former, signature)) return false
  store(db, sequence, signature)
  return true
}

function takeOut(
  db: DatabaseSync,
  sequence: number,
  former: Signature,
  { toLink, touched }: Concerned,
): void {
  for (const other of youngerConcerned(db, sequence, former)) toLink.add(other)
  removeKeys(db, sequence, readSketch(former))
  prepare(db, 'delete from signature where sequence = ?').run(sequence)
  touched.add(sequence)
}

function putIn(
  db: DatabaseSync,
  sequence: number,
  signature: Signature,
  { toLink }: Concerned,
): void {
  const isNewest = sequence > lastSigned(db)
  addKeys(db, sequence, readSketch(signature))
  store(db, sequence, signature)
  if (isNewest) return
  for (const other of youngerConcerned(db, sequence, signature)) toLink.add(other)
}

function isSame(a: Signature, b: Signature): boolean {
  return a.textHash === b.textHash && Buffer.compare(a.bytes, b.bytes) === 0
}

function store(db: DatabaseSync, sequence: number, signature: Signature): void {
  prepare(db, 'insert or replace into signature values(?, ?, ?, ?)').run(
    sequence,
    signatureVersion,
    signature.textHash,
    signature.bytes,
  )
}

function lastSigned(db: DatabaseSync): number {
  return Number(prepare(db, 'select max(sequence) as n from signature').get()?.['n'] ?? 0)
}

/**
 * Lets a newcomer whose links lead to one family only join it, which changes nothing else: so the thousandth copy of a text costs no
 * more than the second. Returns whether it did.
 */
function joinsAtOnce(db: DatabaseSync, sequence: number, batch: FamilyBatch): boolean {
  const families = new Set(olderLinks(db, sequence).map((other) => familyOf(db, other)))
  const [family = '', another] = families
  if (family === '' || another !== undefined) return false
  if (!belongingTo(db, sequenceOf(db, family))(sequence)) return false
  setFamily(db, sequence, family, batch)
  return true
}

/** Decides the families of all articles that are linked with one; takes those that it decides out of `touched`. */
function decideAround(
  db: DatabaseSync,
  sequence: number,
  touched: Set<number>,
  batch: FamilyBatch,
): void {
  const articles = linkedWith(db, sequence)
  for (const [head, members] of familiesAmong(db, articles)) {
    const family = members.length > 1 ? idOf(db, head) : ''
    for (const member of members) setFamily(db, member, family, batch)
  }
  for (const other of articles.keys()) touched.delete(other)
}

/** The members of each family among linked articles, by its oldest. */
function familiesAmong(db: DatabaseSync, articles: LinkedArticles): Map<number, number[]> {
  const families = new Map<number, number[]>()
  const left = new Set(articles.keys())
  for (const head of articles.keys())
    if (left.has(head)) families.set(head, membersOf(head, belongingTo(db, head), articles, left))
  return families
}

/** Takes the members of a family out of the articles that are left. */
function membersOf(
  head: number,
  belongs: (sequence: number) => boolean,
  articles: LinkedArticles,
  left: Set<number>,
): number[] {
  const members = [head]
  left.delete(head)
  // Grows on the way.
  for (const member of members) {
    const joining = articles.get(member)?.filter((other) => left.has(other) && belongs(other)) ?? []
    for (const other of joining) if (left.delete(other)) members.push(other)
  }
  return members
}

/** Tells which articles may be in a family whose oldest article is `head`. */
function belongingTo(db: DatabaseSync, head: number): (sequence: number) => boolean {
  const founding = signatureOf(db, head)
  if (!founding) return () => false
  const sketch = readSketch(founding)
  return (sequence) => {
    const own = signatureOf(db, sequence)
    if (!own) return false
    return own.textHash === founding.textHash || isNear(readSketch(own), sketch)
  }
}

function setFamily(db: DatabaseSync, sequence: number, family: string, batch: FamilyBatch): void {
  const row = prepare(db, 'select id, family from article where sequence = ?').get(sequence)
  if (!row || row['family'] === family) return
  prepare(db, 'update article set family = ? where sequence = ?').run(family, sequence)
  if (!batch.logged.has(sequence))
    logChange(db, { sequence, id: String(row['id']), mark: batch.mark })
}

function familyOf(db: DatabaseSync, sequence: number): string {
  const row = prepare(db, 'select family from article where sequence = ?').get(sequence)
  return String(row?.['family'] ?? '')
}

function idOf(db: DatabaseSync, sequence: number): string {
  return String(prepare(db, 'select id from article where sequence = ?').get(sequence)?.['id'])
}

function sequenceOf(db: DatabaseSync, id: string): number {
  return Number(prepare(db, 'select sequence from article where id = ?').get(id)?.['sequence'] ?? 0)
}
