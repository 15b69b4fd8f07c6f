import { blocksOf } from './blocks.ts'
import { boxTree } from './box.ts'
import { decodeEntities, parsePage } from './dom.ts'

/** A text that may be HTML, also escaped HTML, as paragraphs; one without markup stays as it is. */
export function plainText(text: string): string {
  const decoded = decodeEntities(text)
  if (!/<(?:p|br|div|h\d|ul|li|strong|b|em|i|a|span)\b[^>]{0,500}>/i.test(decoded)) return decoded
  const body = parsePage(`<html><body>${decoded}</body></html>`).querySelector('body')
  return body === null
    ? decoded
    : blocksOf(boxTree(body))
        .map((block) => block.text)
        .join('\n\n')
}
