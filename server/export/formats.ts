import { bibtexType } from '../citations/bibtex.ts'
import { cslType } from '../citations/csl.ts'
import { risType } from '../citations/ris.ts'
import type { Exported } from './exported.ts'
import { writeEvidencePack } from './pack/evidence-pack.ts'
import { writeReport } from './report/write-report.ts'
import { writeBibtex, writeCsl, writeCsv, writeJsonl, writeRis } from './lists.ts'

/** A format in which articles are exported. */
export interface ExportFormat {
  /** Of the address and of the file. */
  readonly ending: string
  /** Its media type, with a character set where it is text. */
  readonly type: string
  readonly label: string
  /** What it is for. */
  readonly purpose: string
  readonly write: (exported: Exported) => AsyncGenerator<string | Uint8Array, void, undefined>
}

/** Every format, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  {
    ending: 'csv',
    type: 'text/csv; charset=utf-8',
    label: 'CSV',
    purpose: 'for a spreadsheet: one row for each article',
    write: writeCsv,
  },
  {
    ending: 'ris',
    type: `${risType}; charset=utf-8`,
    label: 'RIS',
    purpose: 'for Zotero, EndNote, Mendeley',
    write: writeRis,
  },
  {
    ending: 'bib',
    type: `${bibtexType}; charset=utf-8`,
    label: 'BibTeX',
    purpose: 'for LaTeX',
    write: writeBibtex,
  },
  {
    ending: 'csl.json',
    type: `${cslType}; charset=utf-8`,
    label: 'CSL-JSON',
    purpose: 'for Pandoc and citation programs',
    write: writeCsl,
  },
  {
    ending: 'jsonl',
    type: 'application/jsonl; charset=utf-8',
    label: 'JSON lines',
    purpose: 'for programs: whole articles with the evidence',
    write: writeJsonl,
  },
  {
    ending: 'html',
    type: 'text/html; charset=utf-8',
    label: 'Report',
    purpose: 'to read and to print: the search, counts, passages',
    write: writeReport,
  },
  {
    ending: 'zip',
    type: 'application/zip',
    label: 'Evidence pack',
    purpose: 'one folder with texts, hashes, lists, the report and the query',
    write: writeEvidencePack,
  },
]
