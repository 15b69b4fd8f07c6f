import type { ExtractionInput } from '../extract/extract.ts'
import type { Lists } from '../extract/lists.ts'
import { Unreadable, webAddress } from '../read/draft.ts'
import { readFields, readString, wrongType, type Fields } from '../read/json-fields.ts'
import { facetsOf } from './facets-of.ts'

/** A line of the input: its number, from 1, and what it holds. */
export interface InputLine {
  readonly number: number
  readonly bytes: Uint8Array
}

/**
 * Makes of an article as a line of JSON its facets as a line of JSON, without a line break. It has `text` and, each
 * optional, `title`, `outlet`, `url` and `id`; an article without an id gets the line's number. Throws Unreadable, with
 * the reason, for anything else.
 */
export function facetsLine({ number, bytes }: InputLine, lists: Lists): string {
  const fields = readFields(bytes)
  const id = readId(fields) ?? number
  return JSON.stringify({ id, ...facetsOf(readArticle(fields), lists) })
}

function readArticle(fields: Fields): ExtractionInput {
  const text = readString(fields, 'text')
  if (text.trim() === '') throw new Unreadable('no text')
  return {
    title: readString(fields, 'title'),
    text,
    outlet: readString(fields, 'outlet'),
    url: webAddress(readString(fields, 'url')),
  }
}

/** As it is given, so that 7 stays a number: who reads the result looks the article up by it. */
function readId(fields: Fields): string | number | undefined {
  const id = fields.get('id') ?? ''
  if (typeof id !== 'string' && typeof id !== 'number')
    throw wrongType('id', 'text or a number', id)
  return id === '' ? undefined : id
}
