import { splitAuthors, titleOf, Unreadable, webAddress, type Draft } from './draft.ts'
import { readFields, readString, wrongType, type Fields } from './json-fields.ts'

/**
 * Reads an article from a line of JSON: an object with `text` and, each optional, `id`, `url`, `title`, `outlet`,
 * `published` and `authors` (names in one string or an array). `null` is as good as missing; other fields are ignored.
 * Throws Unreadable, with the reason, for anything else: a field of a wrong type is never turned into text.
 */
export function readJsonArticle(line: Uint8Array): Draft {
  const fields = readFields(line)
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
