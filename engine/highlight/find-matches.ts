import { setImmediate as othersRun } from 'node:timers/promises'
import { textFields, type Article, type TextField } from '../article.ts'
import type { Plan } from '../query/plan.ts'
import { analyseInSteps } from './analyse-in-steps.ts'
import { clumped } from './clumps.ts'
import { evidenceInstead, evidenceOf } from './evidence.ts'
import { shownParts } from './holds.ts'
import type { FoundGroups, Match, Matches } from './match.ts'
import { needlesOf, type Needles } from './needles.ts'
import { Occurrences, type Occurrence } from './occurrences.ts'
import { withoutOverlaps } from './overlaps.ts'

/** Finds what a query matches in one article after another. */
export interface Finder {
  /** Of an OR only the branches that hold, of an exclusion nothing; a value by its evidence. */
  find(article: Article): Matches
  /** The same in steps of some ten milliseconds, between which others run: for texts of megabytes. */
  findPatiently(article: Article): Promise<Matches>
}

/** Prepares a plan once for many articles. */
export function finderOf(plan: Plan): Finder {
  const needles = needlesOf(plan)
  return {
    find: (article) => runAtOnce(findMatches(plan, needles, article)),
    findPatiently: (article) => runPatiently(findMatches(plan, needles, article)),
  }
}

type Steps<T> = Generator<undefined, T, undefined>

function runAtOnce<T>(steps: Steps<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

async function runPatiently<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next()
  while (!step.done) {
    await othersRun()
    step = steps.next()
  }
  return step.value
}

function* findMatches(plan: Plan, needles: Needles, article: Article): Steps<Matches> {
  const found = yield* findGroups(needles, article)
  const marks = shownParts(plan, { article, needles, found }).map((part) =>
    marksOf(part, needles.groups.get(part) ?? [], found, article),
  )
  const matchesIn = (field: TextField) =>
    withoutOverlaps(
      article[field],
      marks.flatMap((each) => each[field]),
    )
  return { title: matchesIn('title'), text: matchesIn('text') }
}

/** What one part of a plan marks by itself. */
function marksOf(
  part: Plan,
  groups: readonly number[],
  found: FoundGroups,
  article: Article,
): Matches {
  const [first = 0] = groups
  if (part.kind === 'values') {
    return {
      title: evidenceMarks(part, first, article, 'title'),
      text: evidenceMarks(part, first, article, 'text'),
    }
  }
  const marksIn = (field: TextField) => groups.flatMap((group) => found[field].get(group) ?? [])
  const marks = { title: marksIn('title'), text: marksIn('text') }
  const isBare = marks.title.length + marks.text.length === 0
  const isFound = textFields.some((field) => found[field].has(first))
  return isFound && isBare && (part.kind === 'words' || part.kind === 'near')
    ? evidenceInstead(part, first, article)
    : marks
}

const tokensAtOnce = 100_000

function* findGroups(needles: Needles, article: Article): Steps<FoundGroups> {
  const found = {
    title: new Map<number, readonly Match[]>(),
    text: new Map<number, readonly Match[]>(),
  }
  for (const field of textFields) {
    if (!needles.fields.has(field)) continue
    const stream = yield* analyseInSteps(article[field])
    const occurrences = new Occurrences(needles, article, field)
    for (let at = 0; at < stream.terms.length; at += tokensAtOnce) {
      if (at > 0) yield
      occurrences.find(stream, at, Math.min(at + tokensAtOnce, stream.terms.length))
    }
    found[field] = keepNear(needles, occurrences.found)
  }
  return found
}

function keepNear(
  needles: Needles,
  found: Map<number, readonly Occurrence[]>,
): Map<number, readonly Match[]> {
  for (const [plan, groups] of needles.groups) {
    if (plan.kind !== 'near') continue
    const near = clumped(
      groups.map((group) => found.get(group) ?? []),
      plan.distance,
    )
    for (const [i, group] of groups.entries()) {
      const kept = near[i] ?? []
      // What is there without being marked still counts: the list may become empty.
      const marks = kept.filter(({ isProven }) => isProven)
      if (kept.length > 0) found.set(group, marks)
      else found.delete(group)
    }
  }
  return found
}

function evidenceMarks(
  { facet, ids }: Extract<Plan, { kind: 'values' }>,
  group: number,
  article: Article,
  field: TextField,
): Match[] {
  return evidenceOf(article, facet, ids, field).map(([start, end]) => ({
    ...{ start, end, until: end, group },
    needle: undefined,
  }))
}
