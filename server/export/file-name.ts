import { dayOf } from '../citations/reference.ts'
import type { ToExport } from './exported.ts'

const longest = 60

/**
 * The name of an exported file without its ending, in ASCII: `dateline-missile-delivery-2026-11-22-1234-articles`. The number is left
 * out where it is not certain. Letters, digits and hyphens only.
 */
export function fileName(exported: ToExport): string {
  const folded = exported.name.normalize('NFKD').replace(/\p{M}/gu, '')
  return join(exported, slug(folded, /[^a-z0-9]+/g))
}

/** The same with the letters of any script, for browsers that can take them. */
export function fileNameInFull(exported: ToExport): string {
  return join(exported, slug(exported.name.toWellFormed().normalize(), /[^\p{L}\p{M}\p{N}]+/gu))
}

/** The value of a Content-Disposition header (RFC 6266) for a file of these articles. */
export function attachment(exported: ToExport, ending: string): string {
  const full = encodeURIComponent(`${fileNameInFull(exported)}.${ending}`)
  return `attachment; filename="${fileName(exported)}.${ending}"; filename*=UTF-8''${full}`
}

function slug(text: string, others: RegExp): string {
  const words = Array.from(
    text
      .toLowerCase()
      .replace(others, '-')
      .replace(/^-+|-+$/g, ''),
  )
  const begin = words.slice(0, longest).join('')
  const isCut = words.length > longest && words[longest] !== '-'
  return (isCut ? begin.replace(/-[^-]*$/, '') : begin).replace(/-+$/, '')
}

function join({ at, total, bound }: ToExport, words: string): string {
  const count = bound === 'exact' ? `${total}-${total === 1 ? 'article' : 'articles'}` : ''
  return ['dateline', words, dayOf(at), count].filter((part) => part !== '').join('-')
}
