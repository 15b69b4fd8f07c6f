import type { Archive } from './archive/archive.ts'
import type { BroaderValue, FacetName } from './article.ts'
import { byFacet } from './by-facet.ts'
import type { ValueNames } from './list-values.ts'

const known = new WeakMap<Archive, KnownNames>()

/** The names of an archive's values, each looked up once until articles or names change: a page shows two hundred of them. */
export function knownNames(archive: Archive): ValueNames {
  const state = `${archive.lastChange()} ${archive.namings()}`
  const before = known.get(archive)
  if (before?.state === state) return before
  const names = new KnownNames(archive, state)
  known.set(archive, names)
  return names
}

/** What is looked up beyond this is not kept: at most 11 MB a facet. A list of all people by name asks for them all. */
const mostKept = 100_000

class KnownNames implements ValueNames {
  readonly state: string
  readonly #archive: Archive
  readonly #names = byFacet(() => new Map<string, string>())
  readonly #broader = byFacet(() => new Map<string, BroaderValue[]>())

  constructor(archive: Archive, state: string) {
    this.#archive = archive
    this.state = state
  }

  displayNames(facet: FacetName, ids: readonly string[]): Map<string, string> {
    const names = this.#names[facet]
    const unknown = ids.filter((id) => !names.has(id))
    if (names.size + unknown.length > mostKept) return this.#archive.displayNames(facet, ids)
    const found = unknown.length > 0 ? this.#archive.displayNames(facet, unknown) : []
    for (const [id, name] of found) names.set(id, name)
    return names
  }

  broader(facet: FacetName, id: string): BroaderValue[] {
    const kept = this.#broader[facet]
    const values = kept.get(id) ?? this.#archive.broader(facet, id)
    if (kept.size < mostKept) kept.set(id, values)
    return values
  }

  idsNamed(facet: FacetName, text: string): string[] {
    return this.#archive.idsNamed(facet, text)
  }

  narrower(facet: FacetName, id: string): string[] {
    return this.#archive.narrower(facet, id)
  }
}
