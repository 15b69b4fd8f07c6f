import { decodeUtf8 } from './decode.ts'
import { splitAuthors, titleOf, Unreadable, webAddress, type Draft } from './draft.ts'

/**
 * Reads an article from a line of JSON: an object with `text` and, each optional, `id`, `url`, `title`, `outlet`,
 * `published` and `authors` (names in one string or an array). `null` is as good as missing; other fields are ignored.
 * Throws Unreadable, with the reason, for anything else: a field of a wrong type is never turned into text.
 */
export function readJsonArticle(line: Uint8Array): Draft {
  const fields = readObject(line)
  const text = readString(fields, 'text')
  if (text.trim() === '') throw new Unreadable('no text')
  const published = readString(fields, 'published')
  const title = readString(fields, 'title').trim()
  return {
    title: title === '' ? titleOf(text) : title,
    text,
    outlet: readString(fields, 'outlet'),
    published: published === '' ? [] : [published],
    url: webAddress(readString(fields, 'url')),
    authors: readAuthors(fields),
    language: '',
    givenId: readId(fields),
  }
}

type Fields = ReadonlyMap<string, unknown>

function readObject(line: Uint8Array): Fields {
  const json = decodeUtf8(line)
  if (json === undefined) throw new Unreadable('not UTF-8')
  const value = parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unreadable(`not an article but ${named(value)}: each line must be a JSON object`)
  }
  return new Map(Object.entries(value))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    const cut = json.trimEnd().endsWith('}') ? '' : ' (the line seems cut off)'
    throw new Unreadable(`not valid JSON${cut}`)
  }
}

function readString(fields: Fields, name: string): string {
  const value = fields.get(name) ?? ''
  if (typeof value !== 'string') throw wrongType(name, 'text', value)
  return value
}

function readId(fields: Fields): string {
  const value = fields.get('id') ?? ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw wrongType('id', 'text or a number', value)
  return value
}

function readAuthors(fields: Fields): readonly string[] {
  const value = fields.get('authors') ?? ''
  if (typeof value === 'string') return splitAuthors(value)
  const names: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!names.every((name) => typeof name === 'string')) {
    throw wrongType('authors', 'text or an array of texts', value)
  }
  return names
}

function wrongType(name: string, expected: string, value: unknown): Unreadable {
  return new Unreadable(`"${name}" is ${named(value)}, but must be ${expected}`)
}

function named(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (value === null) return 'null'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
