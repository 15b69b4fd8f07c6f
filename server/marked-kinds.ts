import { facetTable } from './facets.ts'

/** What a text may have marked: mentions of the values of each facet, by its parameter, and what the query matches. */
const markableKinds: readonly string[] = [...facetTable.map(({ parameter }) => parameter), 'match']

/** In the page's address, once for each kind that is marked, and once empty to say that the others are not. */
export const markParameter = 'mark'

/** Where a browser keeps what its reader chose last; the page's script writes it too. Kinds, separated by full stops. */
export const markCookie = 'dateline-marks'

/** What is marked, and what of it the reader has just chosen and a browser has to keep. */
export interface MarkedKinds {
  readonly kinds: ReadonlySet<string>
  /** The content of the cookie; undefined where nothing was chosen now. */
  readonly chosen: string | undefined
}

/**
 * What a reader wants marked: as the address says, else as it was chosen last, else everything. `cookies` are those of the request, as
 * cookie-parser reads them.
 */
export function markedKinds(parameters: URLSearchParams, cookies: unknown): MarkedKinds {
  if (parameters.has(markParameter)) {
    const kinds = known(parameters.getAll(markParameter))
    return { kinds: new Set(kinds), chosen: kinds.join('.') }
  }
  const kept = cookieOf(cookies, markCookie)
  return {
    kinds: new Set(kept === undefined ? markableKinds : known(kept.split('.'))),
    chosen: undefined,
  }
}

function known(named: readonly string[]): string[] {
  return markableKinds.filter((kind) => named.includes(kind))
}

function cookieOf(cookies: unknown, name: string): string | undefined {
  const value: unknown =
    typeof cookies === 'object' && cookies !== null ? Reflect.get(cookies, name) : undefined
  return typeof value === 'string' ? value : undefined
}
