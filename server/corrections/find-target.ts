import type { Archive } from '../../engine/archive/archive.ts'
import { foldName } from '../../engine/archive/names.ts'
import type { FacetName } from '../../engine/article.ts'
import { listedAs } from '../../engine/gazetteers/listed-names.ts'
import { listedValue, slug } from '../../indexer/pipeline.ts'

/** A value that mentions can be given to. */
export interface Target {
  readonly id: string
  readonly name: string
}

/** What a typed name may stand for. */
export type Found =
  | { readonly kind: 'one'; readonly target: Target }
  | { readonly kind: 'several'; readonly targets: readonly Target[] }
  | { readonly kind: 'none' }

/** Other values than `except` that are called so, wherever they are. */
export function namedSo(
  archive: Archive,
  facet: FacetName,
  name: string,
  except: string,
): Target[] {
  return knownTargets(archive, facet, name).filter(
    (target) => target.id !== except && foldName(target.name) === foldName(name),
  )
}

/** Whether a value has this name or spelling itself. */
export function isCalled(archive: Archive, facet: FacetName, id: string, name: string): boolean {
  const names = archive.namesOf(facet, [id]).map((each) => foldName(each.name))
  return slug(name) === id || names.includes(foldName(name))
}

const mostOffered = 20

/**
 * Looks among the values of the archive, then in the lists, for another value than `except` of that name. Only a whole name, one that
 * the lists have, or an id decides; of a part of a name its writer is asked, also where one value has it.
 */
export function findTarget(
  archive: Archive,
  facet: FacetName,
  name: string,
  except: string,
): Found {
  const targets = knownTargets(archive, facet, name).filter(({ id }) => id !== except)
  const listed = listedAs(facet, name).flatMap(({ id, isDoubtful }) => (isDoubtful ? [] : [id]))
  const exact = targets.filter(
    (target) =>
      target.id === slug(name) ||
      foldName(target.name) === foldName(name) ||
      listed.includes(target.id),
  )
  const [same] = exact
  if (same && exact.length === 1) return { kind: 'one', target: same }
  return targets.length === 0 ? { kind: 'none' } : { kind: 'several', targets }
}

function knownTargets(archive: Archive, facet: FacetName, name: string): Target[] {
  const found = archive.findEntities(facet, name, mostOffered).map(({ id }) => id)
  const ids = new Set(found.map((id) => archive.redirect(facet, id) ?? id))
  if (ids.size === 0)
    for (const { id, isDoubtful } of listedAs(facet, name)) if (!isDoubtful) ids.add(id)
  return [...ids].map((id) => ({ id, name: nameOfTarget(archive, facet, id) }))
}

/** A value by its id, which need not be in any article yet. */
export function nameOfTarget(archive: Archive, facet: FacetName, id: string): string {
  return archive.displayName(facet, id) ?? listedValue(facet, id)?.name ?? id
}

/** A value that there is not yet: of its id there is none in the archive, nor in the lists; but `own` is what it is. */
export function newTarget(archive: Archive, facet: FacetName, name: string, own: string): Target {
  const isTaken = (id: string) =>
    id !== own &&
    (archive.displayName(facet, id) !== undefined || listedValue(facet, id) !== undefined)
  let id = slug(name)
  for (let nth = 2; isTaken(id); nth++) id = `${slug(name)}-${nth}`
  return { id, name }
}
