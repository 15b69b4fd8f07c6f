import { splitAuthors, Unreadable, webAddress, type Draft } from './draft.ts'
import { readExported } from './exported.ts'
import { fieldNames, plainName } from './field-names.ts'
import { readFields, readString, wrongType, type Fields } from './json-fields.ts'
import { languageTag } from './language-tag.ts'
import { readUnixTime } from './unix-time.ts'

/**
 * Reads an article from a line of JSON: an object with `text` and, each optional, `id`, `url`, `title`, `outlet`,
 * `published`, `authors` (names in one string or an array) and `language`. A field that is missing may have another usual name
 * (`fieldNames`). `null` is as good as missing; other fields are ignored.
 * Throws Unreadable, with the reason, for anything else: a field of a wrong type is never turned into text.
 */
export function readJsonArticle(line: Uint8Array): Draft {
  const fields = withUsualNames(readFields(line))
  const text = readString(fields, 'text')
  if (text.trim() === '') throw new Unreadable('no text')
  const published = readPublished(fields)
  return {
    title: readString(fields, 'title').trim(),
    text,
    outlet: readString(fields, 'outlet'),
    published: published === '' ? [] : [published],
    url: webAddress(readString(fields, 'url')),
    authors: readAuthors(fields),
    language: languageTag(readString(fields, 'language')),
    givenId: readId(fields),
    exported: readExported(fields),
  }
}

/** Fills what is missing from fields of other usual names, as far as these hold text. */
function withUsualNames(fields: Fields): Fields {
  const missing = Object.entries(fieldNames).filter(([name]) => (fields.get(name) ?? '') === '')
  if (missing.length === 0) return fields
  const plain = new Map([...fields].map(([name, value]) => [plainName(name), value]))
  const filled = new Map(fields)
  for (const [field, names] of missing) {
    const found = names
      .map((name) => usable(plain.get(name), field))
      .find((value) => value !== undefined)
    if (found !== undefined) filled.set(field, found)
  }
  return filled
}

/** A text, or the name of a thing: `"source": { "name": "The Sample Gazette" }`. */
function usable(value: unknown, field: string): string | number | undefined {
  if (field === 'published' && typeof value === 'number') return value
  const text = typeof value === 'object' && value !== null && 'name' in value ? value.name : value
  return typeof text === 'string' && text.trim() !== '' ? text : undefined
}

/** A number may be a time; one that is not is a date that cannot be, which costs no article. */
function readPublished(fields: Fields): string {
  const value = fields.get('published') ?? ''
  if (typeof value === 'number') return readUnixTime(String(value))
  return readUnixTime(readString(fields, 'published').trim())
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
