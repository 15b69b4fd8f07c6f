import type { Capability } from '../../engine/search-engine.ts'
import { exportFormats } from '../export/formats.ts'
import { counted } from './counting.ts'

/** The formats in which what a page shows can be taken away, for `partials/export`; style sheet `export`. */
export interface ExportMenu {
  /** `Export all 1,234 articles as` */
  readonly heading: string
  /** What a reader may not expect of it; '' for nothing. */
  readonly note: string
  readonly choices: readonly ExportChoice[]
}

interface ExportChoice {
  readonly label: string
  readonly purpose: string
  readonly href: string
}

/** What a page offers to export. */
export interface Exportable {
  /** The page's address without its parameters: `/search`, `/collections/3`. */
  readonly path: string
  /** Its parameters as in the URL, without a question mark; '' for none. */
  readonly parameters: string
  readonly total: number
  readonly bound: Capability['bound']
  /** Whether the page lists near-duplicates as one. */
  readonly isFolded: boolean
  /** In which order they are exported, as a sentence. */
  readonly order: string
}

/** Undefined where there is nothing to export. */
export function buildExportMenu(exportable: Exportable): ExportMenu | undefined {
  const { total, bound, isFolded, order } = exportable
  if (total === 0) return undefined
  return {
    heading: headingOf(exportable),
    note: [
      total === 1 ? '' : order,
      isFolded ? 'Near-duplicates that are folded here are all exported.' : '',
      bound === 'exact'
        ? ''
        : 'Each article is compared with the query, so what is exported is exact.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    choices: [
      ...exportFormats.map(({ ending, label, purpose }) => ({
        ...{ label, purpose },
        href: linkTo(exportable, ending),
      })),
      {
        label: 'Evidence pack with originals',
        purpose: 'also the bytes that each article was read from',
        href: linkTo(exportable, 'zip', 'originals=1'),
      },
    ],
  }
}

function headingOf({ total, bound }: Exportable): string {
  const number = counted(total, 'article', { bound })
  if (bound !== 'exact') return `Export all that is found, ${number}, as`
  return total === 1 ? 'Export this article as' : `Export all ${number} as`
}

function linkTo({ path, parameters }: Exportable, ending: string, more = ''): string {
  const all = [parameters, more].filter((part) => part !== '').join('&')
  return all === '' ? `${path}.${ending}` : `${path}.${ending}?${all}`
}
