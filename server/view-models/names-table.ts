import { explain } from '../../engine/query/explain.ts'
import { print } from '../../engine/query/print.ts'
import type { Reading } from '../../engine/search-engine.ts'
import type { FoundName } from '../name-list/search-names.ts'
import type { ListOrder } from '../name-list/list-state.ts'
import type { NameList } from '../name-list/name-list.ts'
import { correctionJson, totalJson } from './plain-json.ts'

/** The columns of a list of names as a file. */
export const namesColumns = [
  'line',
  'name',
  'understood',
  'also',
  'articles',
  'bound',
  'first',
  'last',
  'outlets',
  'did_you_mean',
  'warnings',
] as const

/** The figures of each name as a row; what was not counted has none. */
export function namesRows(list: NameList) {
  return namesJson(list).names.map(({ readings, outlets, didYouMean, warnings, ...row }) => ({
    ...row,
    articles: row.total ?? '',
    bound: row.capability?.bound ?? '',
    also: readings.map(writeReading).join('; '),
    outlets: outlets.map(({ name, count }) => `${name} (${count})`).join('; '),
    did_you_mean: didYouMean.map(({ q }) => q).join('; '),
    warnings: warnings.map(({ message }) => message).join(' '),
  }))
}

function writeReading({ typed, also }: Reading): string {
  return `${typed}: ${also.map(({ text }) => text).join(', ')}`
}

/** The list as plain values, in the order asked for; the total of a name that was not counted is null. */
export function namesJson({ state, list, found }: NameList) {
  return {
    q: state.search.q,
    order: state.order,
    leftOut: list.problems,
    notCounted: found.filter(({ answer }) => !answer).length,
    names: inOrder(found, state.order).map(toJson),
  }
}

function toJson({ name, query, answer }: FoundName) {
  const { first, last, outlets, readings, didYouMean, warnings } = answer ?? uncounted
  return {
    line: name.line,
    name: name.typed,
    understood: explain(name.query),
    q: print(query),
    ...(answer ? totalJson(answer) : { total: null, exact: null, capability: null }),
    ...{ first, last },
    outlets: outlets.map(({ id, value, count }) => ({ id, name: value, count })),
    readings,
    didYouMean: didYouMean.map(correctionJson),
    warnings: [...name.warnings, ...warnings],
  }
}

const uncounted = {
  ...{ first: '', last: '' },
  ...{ outlets: [], readings: [], didYouMean: [], warnings: [] },
} as const

/** Names without a date, or not counted, stand last. */
export function inOrder(found: readonly FoundName[], order: ListOrder): FoundName[] {
  const compare = comparisons[order]
  return found.toSorted((a, b) => compare(a, b) || a.name.line - b.name.line)
}

const comparisons: Readonly<Record<ListOrder, (a: FoundName, b: FoundName) => number>> = {
  typed: () => 0,
  articles: (a, b) => (b.answer?.total ?? -1) - (a.answer?.total ?? -1),
  first: (a, b) => compareText(firstOf(a), firstOf(b)),
  last: (a, b) => compareText(b.answer?.last ?? '', a.answer?.last ?? ''),
}

/** Behind every date. */
const never = '~'
const firstOf = ({ answer }: FoundName) => (answer && answer.first !== '' ? answer.first : never)

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
