import type { DatabaseSync } from 'node:sqlite'
import { facetNames, type Article, type FacetName, type FacetValue } from '../article.ts'
import { foldName, nameWords } from './names.ts'
import { prepare } from './prepare.ts'

/** Counts the names of an article that comes: they choose the display names, and values are found by them. */
export function addNames(db: DatabaseSync, article: Article): void {
  const addName = prepare(
    db,
    `insert into entity_name values(?, ?, ?, ?, ?, 1)
     on conflict do update set articles = articles + 1 returning articles`,
  )
  const addBroader = prepare(
    db,
    'insert into entity_broader values(?, ?, ?, ?, 1) on conflict do update set articles = articles + 1',
  )
  for (const facet of facetNames) {
    for (const { id, name, full } of namesIn(article, facet)) {
      const counted = addName.get(facet, id, name, foldName(name), full)
      if (counted?.['articles'] === 1) addWords(db, facet, id, name)
    }
    for (const { id, broader, level } of stepsIn(article.facets[facet])) {
      addBroader.run(facet, id, broader, level)
    }
  }
}

/** Adds what a value is found by to the words of names; words that are there stay. */
export function addWords(db: DatabaseSync, facet: string, id: string, name: string): void {
  const add = prepare(db, 'insert or ignore into entity_word values(?, ?, ?)')
  for (const word of nameWords(name)) add.run(facet, word, id)
}

/** Takes the names of an article that goes from the counts; `forgetNames` removes those that no article has any more. */
export function subtractNames(db: DatabaseSync, article: Article): void {
  const subtractName = prepare(
    db,
    'update entity_name set articles = articles - 1 where facet = ? and id = ? and name = ? and full = ?',
  )
  const subtractBroader = prepare(
    db,
    'update entity_broader set articles = articles - 1 where facet = ? and id = ? and broader = ? and level = ?',
  )
  for (const facet of facetNames) {
    for (const { id, name, full } of namesIn(article, facet))
      subtractName.run(facet, id, name, full)
    for (const { id, broader, level } of stepsIn(article.facets[facet])) {
      subtractBroader.run(facet, id, broader, level)
    }
  }
}

/** Removes the names of an article's values that no article gives any more, with their words. */
export function forgetNames(db: DatabaseSync, article: Article): void {
  for (const facet of facetNames) {
    const ids = article.facets[facet].flatMap(({ id, broader }) => [
      id,
      ...broader.map((above) => above.id),
    ])
    for (const id of new Set(ids)) forgetNamesOf(db, facet, id)
  }
}

function forgetNamesOf(db: DatabaseSync, facet: FacetName, id: string): void {
  prepare(db, 'delete from entity_broader where facet = ? and id = ? and articles <= 0').run(
    facet,
    id,
  )
  const gone = prepare(
    db,
    'delete from entity_name where facet = ? and id = ? and articles <= 0 returning name',
  ).all(facet, id)
  if (gone.length === 0) return
  const left = prepare(db, 'select name from entity_name where facet = ? and id = ?').all(facet, id)
  const kept = wordsOf(left)
  const remove = prepare(db, 'delete from entity_word where facet = ? and word = ? and id = ?')
  for (const word of wordsOf(gone)) if (!kept.has(word)) remove.run(facet, word, id)
}

const wordsOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  new Set(rows.flatMap((row) => [...nameWords(String(row['name']))]))

interface CountedName {
  readonly id: string
  readonly name: string
  /** 1 for a name from the lists or the fullest of an article, 0 for a spelling of a mention. */
  readonly full: 0 | 1
}

/** Each name of a value once, however often an article gives it: S-300 may stand for itself and above S-300PMU-2. */
function namesIn(article: Article, facet: FacetName): Iterable<CountedName> {
  const names = new Map<string, CountedName>()
  const add = (id: string, name: string, full: 0 | 1) =>
    names.set(`${id}\n${full}\n${name}`, { id, name, full })
  for (const { id, name, evidence, broader } of article.facets[facet]) {
    add(id, name, 1)
    for (const at of evidence) add(id, article[at.field].slice(at.start, at.end), 0)
    for (const above of broader) add(above.id, above.name, 1)
  }
  return names.values()
}

interface Step {
  readonly id: string
  readonly broader: string
  /** 1 for the next one above. */
  readonly level: number
}

/** Every pair of a value and one above it, the values above a value among themselves too; each once. */
function stepsIn(values: readonly FacetValue[]): Iterable<Step> {
  const steps = new Map<string, Step>()
  for (const value of values) {
    const chain = [value, ...value.broader]
    for (const [from, { id }] of chain.entries()) {
      for (const [index, above] of chain.slice(from + 1).entries()) {
        const step = { id, broader: above.id, level: index + 1 }
        steps.set(`${id}\n${step.broader}\n${step.level}`, step)
      }
    }
  }
  return steps.values()
}
