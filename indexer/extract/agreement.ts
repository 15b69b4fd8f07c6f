import { isDoubtful, nameKey, namesAThing, type FullName, type NameRun } from './name-run.ts'
import { personOf } from './listed.ts'
import type { Lists } from './lists.ts'
import { saidAfter } from './said-of.ts'

/** The rule of a name that stands elsewhere in the article with a sign that it is one. */
const elsewhere = 'full name elsewhere in the article'

/**
 * Names of which nothing at their own place says that they are a person's, but another sentence does: "Quorl Ventrass" where the
 * article goes on with "Mr. Ventrass" or "Ventrass said".
 */
export function namedLater(
  runs: readonly NameRun[],
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName[] {
  const surnames = new Set(runs.filter((run) => isPersonLater(run, lists)).map(lastKey))
  if (surnames.size === 0) return []
  return runs.flatMap((run) => {
    const fits = run.parts > 1 && run.parts < 5 && surnames.has(lastKey(run))
    if (!fits || !isPlainName(run, vocabulary, lists)) return []
    const rule = 'surname repeated with a title or a verb'
    return [{ run, from: run.from, to: run.to, listed: undefined, rule }]
  })
}

function isPersonLater(run: NameRun, lists: Lists): boolean {
  const isPlain = run.parts === 1 && !run.reading.titleCase && lastKey(run).length > 2
  return isPlain && (run.title === 'title' || saidAfter(run, lists) !== undefined)
}

function isPlainName(run: NameRun, vocabulary: ReadonlySet<string>, lists: Lists): boolean {
  const words = run.reading.words.slice(run.from, run.to)
  if (run.reading.titleCase || namesAThing(run.reading, run.to, lists)) return false
  // "Freed Bergdahl": who is known by the surname is not looked for under a new first name.
  if (personOf(run.reading.matchAt[run.to - 1])) return false
  return words.every(
    (word) =>
      word.shape !== 'caps' && word.key.length > 1 && !isDoubtful(word.key, vocabulary, lists),
  )
}

function lastKey(run: NameRun): string {
  return run.reading.words[run.to - 1]?.key ?? ''
}

/** Full names by their words, to find them again where nothing else says so. */
export type KnownNames = ReadonlyMap<string, FullName>

/** The names as `nameAgain` wants them; names of one word are left out. */
export function knownNames(names: readonly FullName[]): KnownNames {
  const known = new Map<string, FullName>()
  for (const name of names) {
    const key = nameKey({ ...name, reading: name.run.reading })
    if (key.includes(' ') && !known.has(key)) known.set(key, name)
  }
  return known
}

/** The longest known name in a run, be it at its end ("Associate Quorl Ventrass") or its beginning ("Quorl Ventrass Resigns"). */
export function nameAgain(run: NameRun, known: KnownNames): FullName | undefined {
  for (let length = run.to - run.from; length > 1; length--) {
    for (let from = run.from; from + length <= run.to; from++) {
      const name = known.get(nameKey({ reading: run.reading, from, to: from + length }))
      if (name) return { run, from, to: from + length, listed: name.listed, rule: elsewhere }
    }
  }
  return undefined
}
