import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'

const lead = 'Negotiators met in Vienna on Monday, officials said.'
const end = 'They will meet again in June, officials said.'

/** What is left of lines that stand between the first and the last paragraph of an article, and which steps removed the others. */
export function removalsOf(...lines: string[]) {
  const { text, cleaning } = cleanDraft(draftOf('Talks resume', [lead, ...lines, end].join('\n\n')))
  return {
    left: text.split('\n\n').slice(1, -1),
    steps: [...new Set(cleaning.removed.map(({ step }) => step))],
  }
}
