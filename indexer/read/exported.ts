import { dateSources, type Dating } from '../../engine/article.ts'
import type { Exported } from './exported-facts.ts'
import { readString, type Fields } from './json-fields.ts'

/** The field `format` of a line that Dateline exported: its text was cleaned already, and its date is known with how it was found. */
export const exportFormat = 'dateline/1'

const grades = ['sure', 'likely', 'guessed'] as const

/** Reads it; undefined for any other line, and for one whose date or way of dating is none. Throws Unreadable for fields of a wrong type. */
export function readExported(fields: Fields): Exported | undefined {
  if (fields.get('format') !== exportFormat) return undefined
  const [id, published] = [readString(fields, 'id'), readString(fields, 'published')]
  const dating = readDating(fields.get('dating'))
  if (!dating || !/^(?:\d{4}(?:-\d\d){0,2})?$/.test(published)) return undefined
  return {
    id: /^[0-9a-z]{13}$/.test(id) ? id : '',
    published,
    dating,
    dateline: readString(fields, 'dateline'),
  }
}

function readDating(value: unknown): Dating | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('from' in value) || !('sureness' in value)) return undefined
  const from = dateSources.find((source) => source === value.from)
  const sureness = grades.find((grade) => grade === value.sureness)
  return from && sureness && { from, sureness }
}
