import { parse } from 'yaml'
import { Unreadable } from '../draft.ts'
import { fieldNames, isFieldName, plainName, type FieldName } from '../field-names.ts'

/** What a text says about itself between `---` lines on top: the texts of each field, several where it lists several. */
export type FrontMatter = ReadonlyMap<FieldName, readonly string[]>

const longest = 64 * 1024

/** Splits YAML front matter from a text; there is none where the text does not begin with a line `---`. Throws Unreadable for broken YAML. */
export function splitFrontMatter(text: string): {
  readonly about: FrontMatter
  readonly body: string
} {
  const start = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0].length
  if (start === undefined) return { about: new Map(), body: text }
  const end = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start, start + longest))
  if (!end) return { about: new Map(), body: text }
  const yaml = text.slice(start, start + end.index)
  return { about: fieldsOf(yaml), body: text.slice(start + end.index + end[0].length) }
}

function fieldsOf(yaml: string): FrontMatter {
  const values = new Map(
    Object.entries(parsed(yaml)).map(([name, value]) => [plainName(name), texts(value)] as const),
  )
  const fields = new Map<FieldName, readonly string[]>()
  for (const [field, names] of Object.entries(fieldNames)) {
    const given = names.map((name) => values.get(name) ?? []).find((found) => found.length > 0)
    if (isFieldName(field) && given) fields.set(field, given)
  }
  return fields
}

function parsed(yaml: string): object {
  let value: unknown
  try {
    // The failsafe schema makes every value text: a date stays as it is printed.
    value = parse(yaml, { schema: 'failsafe', maxAliasCount: 10, logLevel: 'error' })
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : ''
    throw new Unreadable(`the front matter is not valid YAML: ${reason.replace(/:$/, '')}`)
  }
  return typeof value === 'object' && value !== null ? value : {}
}

/** Texts, alone or in a list, and the names of things in it. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap((item: unknown) => texts(item))
  return typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string'
    ? [value.name]
    : []
}
