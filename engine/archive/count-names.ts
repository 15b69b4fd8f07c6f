import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type Article, type FacetName, type FacetValue } from '../article.ts'
import { foldName, nameWords } from './names.ts'
import { prepare } from './prepare.ts'

/**
 * By how many articles each name, and each step from a value to one above it, changes in one transaction. Gathered first and written
 * once: a hundred articles name Russia a hundred times, and an article that is replaced mostly keeps its names.
 */
export interface NameCounts {
  readonly names: Map<string, Counted<CountedName>>
  readonly steps: Map<string, Counted<Step>>
}

type Counted<T> = T & { readonly facet: FacetName; by: number }

interface CountedName {
  readonly id: string
  readonly name: string
  /** 1 for a name from the lists or the fullest of an article, 0 for a spelling of a mention; the archive has 2 for one that a correction gives. */
  readonly full: 0 | 1
}

interface Step {
  readonly id: string
  readonly broader: string
  /** 1 for the next one above. */
  readonly level: number
}

/** Nothing counted yet. */
export function noCounts(): NameCounts {
  return { names: new Map(), steps: new Map() }
}

/** Counts the names of an article that comes (`by` 1) or goes (`by` -1); `writeCounts` stores them. */
export function countNames(counts: NameCounts, article: Article, by: 1 | -1): void {
  for (const facet of facetNames) {
    for (const [key, name] of namesIn(article, facet)) {
      const known = counts.names.get(key)
      if (known) known.by += by
      else counts.names.set(key, { ...name, facet, by })
    }
    for (const [key, step] of stepsIn(article.facets[facet], facet)) {
      const known = counts.steps.get(key)
      if (known) known.by += by
      else counts.steps.set(key, { ...step, facet, by })
    }
  }
}

/** Each name of a value once, however often an article gives it: S-300 may stand for itself and above S-300PMU-2. */
function namesIn(article: Article, facet: FacetName): Map<string, CountedName> {
  const names = new Map<string, CountedName>()
  const add = (id: string, name: string, full: 0 | 1) =>
    names.set(`${facet}\n${id}\n${full}\n${name}`, { id, name, full })
  for (const { id, name, evidence, broader } of article.facets[facet]) {
    add(id, name, 1)
    for (const at of evidence) add(id, article[at.field].slice(at.start, at.end), 0)
    for (const above of broader) add(above.id, above.name, 1)
  }
  return names
}

/** Every pair of a value and one above it, the values above a value among themselves too; each once. */
function stepsIn(values: readonly FacetValue[], facet: FacetName): Map<string, Step> {
  const steps = new Map<string, Step>()
  for (const value of values) {
    const chain = value.broader.length === 0 ? [] : [value, ...value.broader]
    for (const [from, { id }] of chain.entries()) {
      for (const [index, above] of chain.slice(from + 1).entries()) {
        const step = { id, broader: above.id, level: index + 1 }
        steps.set(`${facet}\n${id}\n${step.broader}\n${step.level}`, step)
      }
    }
  }
  return steps
}

/** Stores what was counted, and forgets the names that no article gives any more, with their words. */
export function writeCounts(db: DatabaseSync, counts: NameCounts): void {
  const gone = new Map<string, Counted<CountedName>>()
  for (const counted of counts.names.values()) {
    if (counted.by > 0) addName(db, counted)
    else if (counted.by < 0 && subtractName(db, counted) <= 0)
      gone.set(`${counted.facet}\n${counted.id}`, counted)
  }
  for (const { facet, id } of gone.values()) forgetNames(db, facet, id)
  for (const step of counts.steps.values()) if (step.by !== 0) writeStep(db, step)
}

function addName(db: DatabaseSync, { facet, id, name, full, by }: Counted<CountedName>): void {
  const counted = prepare(
    db,
    `insert into entity_name values(?, ?, ?, ?, ?, ?)
     on conflict do update set articles = articles + excluded.articles returning articles`,
  ).get(facet, id, name, foldName(name), full, by)
  if (counted?.['articles'] === by) addWords(db, facet, id, name)
}

/** Adds the words of a name to those by which a value is found; words that are there stay. */
export function addWords(db: DatabaseSync, facet: string, id: string, name: string): void {
  const add = prepare(db, 'insert or ignore into entity_word values(?, ?, ?)')
  for (const word of nameWords(name)) add.run(facet, word, id)
}

/** Returns how many articles still give the name. */
function subtractName(db: DatabaseSync, { facet, id, name, full, by }: Counted<CountedName>) {
  const counted = prepare(
    db,
    `update entity_name set articles = articles + ?
       where facet = ? and id = ? and name = ? and full = ? returning articles`,
  ).get(by, facet, id, name, full)
  return Number(counted?.['articles'] ?? 0)
}

/** Forgets the names of a value that no article gives any more, with their words. */
export function forgetNames(db: DatabaseSync, facet: string, id: string): void {
  const gone = prepare(
    db,
    'delete from entity_name where facet = ? and id = ? and articles <= 0 returning name',
  ).all(facet, id)
  const left = prepare(db, 'select name from entity_name where facet = ? and id = ?').all(facet, id)
  const kept = wordsOf(left)
  const remove = prepare(db, 'delete from entity_word where facet = ? and word = ? and id = ?')
  for (const word of wordsOf(gone)) if (!kept.has(word)) remove.run(facet, word, id)
}

const wordsOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  new Set(rows.flatMap((row) => [...nameWords(String(row['name']))]))

function writeStep(db: DatabaseSync, { facet, id, broader, level, by }: Counted<Step>): void {
  prepare(
    db,
    `insert into entity_broader values(?, ?, ?, ?, ?)
     on conflict do update set articles = articles + excluded.articles`,
  ).run(facet, id, broader, level, by)
  if (by > 0) return
  prepare(
    db,
    'delete from entity_broader where facet = ? and id = ? and broader = ? and level = ? and articles <= 0',
  ).run(facet, id, broader, level)
}
