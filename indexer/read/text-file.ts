import { decodeText } from './decode.ts'
import { splitAuthors, Unreadable, webAddress, type Draft } from './draft.ts'

const headerLine = /(title|outlet|url|published|authors?)[ \t]{0,20}:([^\r\n]*)(?:\r\n|[\r\n]|$)/iy

/**
 * Reads a text file. Lines such as `outlet: Name` (title, outlet, url, published, authors) may stand on top, ended by an empty line;
 * without one that gives the title, cleaning finds the headline in the text. Throws Unreadable when there is no text, or nothing but a
 * headline.
 */
export function readText(bytes: Uint8Array): Draft {
  const { header, body } = splitHeader(decodeText(bytes))
  const field = (name: string) => header.get(name) ?? ''
  const [title, text] = [field('title'), body.trim()]
  if (title === '' && text === '') throw new Unreadable('no text: the file is empty')
  if (text === '' || (title === '' && isHeadlineAlone(text)))
    throw new Unreadable('no text: nothing follows the headline')
  return {
    title,
    text,
    outlet: field('outlet'),
    published: field('published') === '' ? [] : [field('published')],
    url: webAddress(field('url')),
    authors: splitAuthors(field('authors')),
    language: '',
    givenId: '',
  }
}

/** Longer lines are paragraphs: no headline has so many characters. */
const longestHeadline = 300

function isHeadlineAlone(text: string): boolean {
  return text.length <= longestHeadline && !/[\r\n]/.test(text)
}

type Header = ReadonlyMap<string, string>

// A header is a header only when an empty line ends it: an article may begin with "Title: ...".
function splitHeader(text: string): { readonly header: Header; readonly body: string } {
  const header = new Map<string, string>()
  const trimmed = text.trimStart()
  let at = 0
  for (let match = lineAt(trimmed, at); match; match = lineAt(trimmed, at)) {
    const [line, name = '', value = ''] = match
    header.set(name.toLowerCase().replace(/^author$/, 'authors'), value.trim())
    at += line.length
  }
  const body = trimmed.slice(at)
  return /^[ \t]*(?:[\r\n]|$)/.test(body) ? { header, body } : { header: new Map(), body: text }
}

function lineAt(text: string, at: number): RegExpExecArray | null {
  headerLine.lastIndex = at
  return headerLine.exec(text)
}
