import type { Schema } from '../../../server/api/schema.ts'
import { fieldsOf } from '../../../server/store/query-record.ts'

/** An operation of an OpenAPI document. */
interface Described {
  readonly path: string
  readonly operation: Schema
}

/** Every GET of a document. */
export function operationsOf(document: Schema): Described[] {
  return Object.entries(fieldsOf(document['paths'])).map(([path, item]) => ({
    path,
    operation: fieldsOf(fieldsOf(item)['get']),
  }))
}

/** Everything that a document refers to. */
export function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  )
}

/** A document whose objects may have no member besides those that it tells: new ones are promised to programs, not to the tests. */
export function closed(value: Schema): Schema {
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, closedValue(each)]),
  )
  const isObject = 'properties' in inner && 'type' in inner
  return isObject ? { ...inner, additionalProperties: false } : inner
}

function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue)
  return typeof value === 'object' && value !== null ? closed(fieldsOf(value)) : value
}
