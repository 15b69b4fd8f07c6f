import { decodeText } from './decode.ts'
import { splitAuthors, splitHeadline, Unreadable, webAddress, type Draft } from './draft.ts'

const headerLine = /(title|outlet|url|published|authors?)[ \t]{0,20}:([^\r\n]*)(?:\r\n|[\r\n]|$)/iy

/**
 * Reads a text file: the headline on the first line, the article below. Lines such as `outlet: Name` (title, outlet, url,
 * published, authors) may stand on top, ended by an empty line. Throws Unreadable when there is no text.
 */
export function readText(bytes: Uint8Array): Draft {
  const { header, body } = splitHeader(decodeText(bytes))
  const field = (name: string) => header.get(name) ?? ''
  const { title, text } =
    field('title') === '' ? splitHeadline(body) : { title: field('title'), text: body.trim() }
  if (title === '') throw new Unreadable('no text: the file is empty')
  if (text === '') throw new Unreadable('no text: nothing follows the headline')
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
