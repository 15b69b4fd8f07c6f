import type { Imported } from '../records/import-saved.ts'
import { counted } from './counting.ts'
import { buildLayout, type Layout } from './layout.ts'

/** Everything that the report of an import of saved queries prints. */
export interface SavedImportPage {
  readonly layout: Layout
  readonly summary: string
  readonly lines: readonly {
    readonly name: string
    readonly href: string
    readonly what: string
    readonly isFault: boolean
  }[]
}

export function buildSavedImportPage(outcomes: readonly Imported[]): SavedImportPage {
  const added = outcomes.filter(({ became }) => became.kind === 'added').length
  const queries = { plural: 'saved queries' }
  return {
    layout: buildLayout('Imported saved queries', 'saved', undefined, ['saved']),
    summary: `${counted(added, 'saved query', queries)} of ${counted(outcomes.length, 'query', { plural: 'queries' })} in the file ${added === 1 ? 'was' : 'were'} added.`,
    lines: outcomes.map(showOutcome),
  }
}

function showOutcome({ name, became }: Imported): SavedImportPage['lines'][number] {
  switch (became.kind) {
    case 'added': {
      const renamed = became.name === name ? '' : ` as “${became.name}”, because that name is taken`
      return {
        name,
        href: `/saved/${became.id}`,
        what: `added${renamed}, with ${counted(became.records, 'record')}`,
        isFault: false,
      }
    }
    case 'completed':
      return {
        name,
        href: `/saved/${became.id}`,
        what: `is here already; ${counted(became.records, 'record')} that it lacked ${became.records === 1 ? 'was' : 'were'} added`,
        isFault: false,
      }
    case 'present':
      return { name, href: `/saved/${became.id}`, what: 'is here already', isFault: false }
    case 'refused':
      return {
        name: name || 'without a name',
        href: '',
        what: `not added: ${became.why}`,
        isFault: true,
      }
  }
}
