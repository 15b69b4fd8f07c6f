import nlp from 'compromise'
import { comparedName, type Named } from './compared-name.ts'
import type { Extractor } from './extractors.ts'

/**
 * The people and places of compromise, which has no weapons or media. What it finds is taken kindly: punctuation at the ends and
 * possessives are removed, and what compares equal counts once.
 */
export const compromise: Extractor = {
  name: 'compromise',
  facets: ['people', 'places'],
  extract: ({ title, text }) => {
    const views = [nlp(title), nlp(text)]
    return {
      people: distinct(views.flatMap((view) => strings(view.people().out('array')))),
      places: distinct(views.flatMap((view) => strings(view.places().out('array')))),
    }
  },
}

/** Its types say nothing of what `out` gives. */
function strings(found: unknown): string[] {
  return Array.isArray(found) ? found.map(String) : []
}

function distinct(surfaces: readonly string[]): Named[] {
  const values = new Map<string, Named>()
  for (const surface of surfaces) {
    const name = surface.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s?$/, '')
    const key = comparedName(name)
    if (key !== '' && !values.has(key)) values.set(key, { name, surfaces: [name] })
  }
  return [...values.values()]
}
