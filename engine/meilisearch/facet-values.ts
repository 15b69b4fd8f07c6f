import type { Archive } from '../archive/archive.ts'
import { listFacet } from '../list-values.ts'
import type { Capability, FacetValuesAnswer, FacetValuesRequest } from '../search-engine.ts'
import { capabilityAfter } from './capability.ts'
import { countValues } from './count-values.ts'
import type { Searched } from './server.ts'
import { settled } from './settled.ts'

/** Lists values of one facet: the names come from the archive, the counts from the index. */
export async function answerFacetValues(
  searched: Searched,
  request: FacetValuesRequest,
): Promise<FacetValuesAnswer> {
  const { archive } = searched
  const { plan, base, open } = await settled(searched, request.search)
  const { values, complete } = await countValues(searched, base, request, () =>
    wantedIds(archive, request),
  )
  return {
    ...listFacet(archive, values, request),
    capability: complete ? capabilityAfter(plan, open) : tooMany(capabilityAfter(plan, open)),
  }
}

/** Not all values were counted, and perhaps in too many articles. */
function tooMany(counted: Capability): Capability {
  return {
    bound: 'at least',
    reasons: [
      'Meilisearch lists only so many values of a facet at once, and there are too many to count them all in parts. ' +
        'A narrower search, or a name, lists them all.',
      ...(counted.bound === 'exact' ? [] : counted.reasons),
    ],
  }
}

/** The values that the request is confined to; undefined for all. */
function wantedIds(
  archive: Archive,
  { facet, text, below }: FacetValuesRequest,
): ReadonlySet<string> | undefined {
  const isNamed = text !== ''
  if (!isNamed && below === '') return undefined
  const narrower = below === '' ? undefined : new Set(archive.narrower(facet, below))
  if (!isNamed) return narrower
  return new Set(archive.idsNamed(facet, text).filter((id) => narrower?.has(id) ?? true))
}
