import { listedEntry } from '../engine/gazetteers/listed-entry.ts'

/** What the list of media calls one, `agency` or `newspaper`; `source` for one that it does not have, and for a thing of the web. */
export function kindOfMedium(id: string): string {
  const facts = listedEntry('cites', id)?.facts ?? []
  const kind = facts.find(({ column }) => column === 'kind')?.text ?? ''
  return kind === '' || kind === 'web' ? 'source' : kind
}
