import type { DatabaseSync } from 'node:sqlite'
import type { FacetName } from '../article.ts'
import { namesOf } from './entity-words.ts'
import { chunksOf, longest, type NameChunk } from './names.ts'
import { prepare } from './prepare.ts'

/**
 * Ids of all values one of whose names or spellings has the words of a text, see `isNamedBy`. None for a text without words.
 */
export function idsNamed(db: DatabaseSync, facet: FacetName, text: string): string[] {
  const chunks = chunksOf(text)
  const rarest = chunks.toSorted((a, b) => b.joined.length - a.joined.length)[0]
  if (!rarest) return []
  const ids = idsWithChunk(db, facet, rarest)
  if (chunks.length === 1 && rarest.parts.length === 1) return ids
  const found = new Set<string>()
  for (const { id, name } of namesOf(db, facet, ids)) {
    if (!found.has(id) && hasChunks(name, chunks)) found.add(id)
  }
  return [...found]
}

/** A superset for a piece of many parts, of which only one is looked up. */
function idsWithChunk(db: DatabaseSync, facet: FacetName, chunk: NameChunk): string[] {
  const part = longest(chunk.parts)
  // U+10FFFF sorts behind every letter.
  const rows = prepare(
    db,
    `select id from entity_word where facet = ?1 and word >= ?2 and word < ?2 || char(1114111)
     union select id from entity_word where facet = ?1 and word >= ?3 and word < ?3 || char(1114111)`,
  ).all(facet, part, chunk.joined)
  return rows.map((row) => String(row['id']))
}

/**
 * Whether a name has words that begin with those of a text, in any order. What hyphens join stands side by side, only the last of it
 * unfinished, or as one word: `s-3` is the beginning of S-300 and S300, and no part of Su-30.
 */
export function isNamedBy(name: string, text: string): boolean {
  return hasChunks(name, chunksOf(text))
}

function hasChunks(name: string, typed: readonly NameChunk[]): boolean {
  const chunks = chunksOf(name)
  const words = chunks.flatMap(({ parts }) => parts)
  return typed.every(
    ({ parts, joined }) =>
      chunks.some((chunk) => chunk.joined.startsWith(joined)) || stand(parts, words),
  )
}

/** Whether words stand side by side, the last of them with any ending. */
function stand(typed: readonly string[], words: readonly string[]): boolean {
  const last = typed.length - 1
  return words.some((_, from) =>
    typed.every((part, i) =>
      i === last ? words[from + i]?.startsWith(part) : words[from + i] === part,
    ),
  )
}
