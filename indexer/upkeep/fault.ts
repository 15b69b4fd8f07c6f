/** Something wrong with a data folder, and what to do about it. */
export interface Fault {
  readonly problem: string
  readonly remedy: string
}

/** What helps where the archive itself is at fault. */
export const putBackArchive =
  'Put back a backup (npm run index -- restore FOLDER --replace). Where there is none, index your sources into a new data folder.'

/** What helps where only the search index is. */
export const buildIndexAnew = 'Build the index anew: npm run index -- rebuild'

/** Takes the faults that are found, one by one. */
export type Report = (fault: Fault) => void
