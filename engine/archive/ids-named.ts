import type { DatabaseSync } from 'node:sqlite'
import type { FacetName } from '../article.ts'
import { namesOf } from './entity-words.ts'
import { chunksOf, longest, nameWords, type NameChunk } from './names.ts'
import { prepare } from './prepare.ts'

/**
 * Ids of all values one of whose names or spellings has words that begin with those of a text, in any order; what hyphens join may
 * also stand as one word. None for a text without words.
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

function hasChunks(name: string, chunks: readonly NameChunk[]): boolean {
  const words = [...nameWords(name)]
  const begins = (typed: string) => words.some((word) => word.startsWith(typed))
  return chunks.every(({ parts, joined }) => begins(joined) || parts.every(begins))
}
