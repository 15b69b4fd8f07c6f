import { buildLayout, type Layout } from './layout.ts'

/** What to do while the archive has no article. */
export interface EmptyPage {
  readonly layout: Layout
  /** To read in one's own articles, and the sample. */
  readonly importCommand: string
  readonly sampleCommand: string
  readonly formToken: string
}

export function buildEmptyPage(dataDir: string, formToken: string): EmptyPage {
  const option = dataDir === 'data' ? '' : `--data-dir ${quoteForShell(dataDir)} `
  return {
    layout: buildLayout('The archive is empty', 'search'),
    importCommand: `npm run index -- ${option}PATH…`,
    sampleCommand: `npm run index -- ${option}load-sample`,
    formToken,
  }
}

function quoteForShell(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
}
