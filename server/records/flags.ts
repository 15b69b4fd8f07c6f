import type { Archive } from '../../engine/archive/archive.ts'
import type { QueryRecord } from '../store/query-record.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { describeProblem } from '../view-models/describe-problem.ts'
import { isPutBack } from './changes-desk.ts'
import { readSaved } from './read-saved.ts'

/** What of a saved query can no longer be taken as it was meant, in sentences; none for most. */
export function flagsOf(
  archive: Archive,
  { search, seen }: Pick<SavedQuery, 'search' | 'seen'>,
  record: QueryRecord | undefined,
): string[] {
  const { problems, warnings } = readSaved(archive, search)
  const wasPutBack =
    seen > archive.lastSequence() || (record !== undefined && isPutBack(archive, record))
  return [
    ...problems.map(describeProblem),
    ...warnings.map(({ message }) => message),
    ...(wasPutBack ? [putBack] : []),
  ]
}

const putBack =
  'The archive was put back to an older copy since this was last marked as seen, or is another one, so not everything new can be told. ' +
  'Look through what the query finds and mark it as seen: new articles are counted from then.'
