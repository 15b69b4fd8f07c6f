import { join } from 'node:path'

/** The folder of the project's own lists; seeds/gazetteers/README.md describes them. */
export const gazetteerFolder = join(import.meta.dirname, '..', '..', 'seeds', 'gazetteers')

/** The list of weapon systems, which indexer and analysis both read, and its columns. */
export const weaponFile = 'weapons.tsv'
export const weaponColumns = [
  'id',
  'name',
  'family',
  'category',
  'maker',
  'aliases',
  'needs_cue',
  'spaced',
] as const
