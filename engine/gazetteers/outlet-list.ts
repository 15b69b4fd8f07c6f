/** The list of news media, in the folder of the gazetteers. */
export const outletFile = 'outlets.tsv'

/** Its columns, in order. `part_of` is the id of the outlet above it; `programmes` are broadcasts by which it is named. */
export const outletColumns = [
  'id',
  'name',
  'kind',
  'country',
  'state',
  'domains',
  'aliases',
  'needs_cue',
  'part_of',
  'programmes',
]
