import type { ListedName, Lists } from './lists.ts'
import type { FullName } from './name-run.ts'

/** How far from a name a year tells of its bearer. UTF-16 units. */
const near = 150

/**
 * Gives full names that several listed people bear to the one whom the article means: the bearer whom it also names by a name of
 * his own, else the one whose years or whose circle it names, else the likeliest. "George Bush" is the father beside the
 * year 1991, Barbara Bush or Mikhail Gorbachev.
 */
export function tellBearersApart(names: readonly FullName[], lists: Lists): FullName[] {
  if (!names.some((name) => bearersOf(name, lists))) return [...names]
  const sure = names.filter((name) => !bearersOf(name, lists))
  const ids = new Set(sure.flatMap(({ listed }) => (listed ? [listed.id] : [])))
  return names.map((name) => {
    const bearers = bearersOf(name, lists)
    return bearers ? { ...name, listed: bearerOf(name, bearers, ids, lists) } : name
  })
}

function bearersOf({ run, from, to }: FullName, lists: Lists): readonly ListedName[] | undefined {
  if (to - from < 2) return undefined
  const words = run.reading.words.slice(from, to).map((word) => word.key)
  return lists.sharedNames.bearers.get(words.join(' '))
}

function bearerOf(
  name: FullName,
  bearers: readonly ListedName[],
  ids: ReadonlySet<string>,
  lists: Lists,
): ListedName | undefined {
  const { years, circles } = lists.sharedNames
  const isNear = yearsNear(name)
  const signs: ((id: string) => number)[] = [
    (id) => Number(ids.has(id)),
    (id) => isNear.filter((year) => isWithin(year, years.get(id))).length,
    (id) => [...(circles.get(id) ?? [])].filter((other) => ids.has(other)).length,
    (id) => [...ids].filter((other) => areOfOneTime(years.get(id), years.get(other))).length,
  ]
  for (const sign of signs) {
    const most = Math.max(...bearers.map(({ id }) => sign(id)))
    const [only, ...others] = bearers.filter(({ id }) => sign(id) === most)
    if (only && others.length === 0) return only
  }
  return bearers[0]
}

type Years = readonly [from: number, to: number]

function yearsNear({ run, from, to }: FullName): number[] {
  const { text, words } = run.reading
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
  const around = text.slice(Math.max(0, start - near), end + near)
  return (around.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number)
}

function isWithin(year: number, years: Years | undefined): boolean {
  return years !== undefined && years[0] <= year && year <= years[1]
}

function areOfOneTime(a: Years | undefined, b: Years | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] < b[1] && b[0] < a[1]
}
