import { fieldOfFacet } from './fields.ts'
import type { Query } from './query.ts'

/** Writes a query as it can be typed: the inverse of `parse`, up to white space and the order of a date's ends. */
export function print(query: Query): string {
  switch (query.kind) {
    case 'all':
      return ''
    case 'word':
      return prefix(query.field) + query.text
    case 'phrase':
      return `${prefix(query.field)}"${query.text}"`
    case 'facet':
      return `${fieldOfFacet(query.facet)}:"${query.name}"`
    case 'dates':
      return printDates(query.from, query.to)
    case 'not':
      return `-${print(query.operand)}`
    case 'and':
      return query.operands.map(print).join(' ')
  }
}

const prefix = (field: string | undefined) => (field === undefined ? '' : `${field}:`)

function printDates(from: string, to: string): string {
  if (from === to) return `date:${from}`
  return from === '' ? `before:${to}` : `after:${from}`
}
