import { foldWord } from './fold-word.ts'
import type { AuthorName } from './author-name.ts'
import type { Reference } from './reference.ts'

/** The media type of BibTeX. */
export const bibtexType = 'application/x-bibtex'

/**
 * A reference as an entry of BibTeX in UTF-8: `@article` with the fields of classic BibTeX, and `date` and `entrysubtype` for biblatex.
 */
export function toBibtex(reference: Reference): string {
  const { title, authors, outlet, published, url, language, accessed } = reference
  const [year, month] = published
  const fields: (readonly [name: string, value: string])[] = [
    ['author', authors.map(bibtexName).join(' and ')],
    ['title', protectCapitals(title)],
    ['journal', escapeTex(outlet)],
    ['date', isoDate(published)],
    ['year', year === undefined ? '' : String(year).padStart(4, '0')],
    ['month', month === undefined ? '' : String(month)],
    ['url', verbatim(url)],
    ['urldate', isoDate(accessed)],
    ['langid', escapeTex(language)],
    ['entrysubtype', 'newspaper'],
    ['note', escapeTex(`Dateline ${reference.id}`)],
  ]
  const written = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@article{${keyOf(reference)},\n${written.join('')}}\n`
}

/**
 * The key of an entry: first author or outlet, year, and the article's id, so that it is unique and stays the same whatever it is
 * exported with. Letters, digits and `-` only.
 */
function keyOf({ id, authors, outlet, published }: Reference): string {
  const [first] = authors
  const who = first === undefined ? outlet : 'family' in first ? first.family : first.literal
  return [foldWord(who), String(published[0] ?? ''), id].filter((part) => part !== '').join('-')
}

/** `Family, Jr., Given`; a literal name in braces is one word to BibTeX. */
function bibtexName(name: AuthorName): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`
  const parts = [name.family, name.suffix, name.given].filter((part) => part !== '')
  return parts.map(escapeTex).join(', ')
}

/** Styles that put titles in lower case leave what is in braces: names, initialisms, designators. */
function protectCapitals(title: string): string {
  return title.split(' ').map(protectWord).join(' ')
}

/** Punctuation around a word is no part of the name. */
function protectWord(word: string): string {
  if (!/\p{Lu}|\d/u.test(word)) return escapeTex(word)
  const [, before = '', name = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([,;:!?"'”’»)\]]*)$/u.exec(word) ?? []
  return `${escapeTex(before)}{${escapeTex(name)}}${escapeTex(after)}`
}

/** BibTeX counts escaped braces too, so they are written as commands. */
function escapeTex(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (sign) => commands[sign] ?? `\\${sign}`)
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Addresses are read as they are; braces and backslashes are no part of one. */
function verbatim(url: string): string {
  return url.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))
}

function isoDate(parts: readonly number[]): string {
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
}
