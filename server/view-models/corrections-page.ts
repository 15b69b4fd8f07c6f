import {
  withoutUndone,
  type Correction,
  type CorrectionsRead,
  type InForce,
} from '../../indexer/pipeline.ts'
import type { Problem } from '../read-parameters.ts'
import { showMoment } from '../show-date.ts'
import { counted, number } from './counting.ts'
import type { Corrected } from './corrected.ts'
import { describeCorrection, type Naming } from './describe-correction.ts'
import { buildLayout, type Layout } from './layout.ts'
import { describeProblem } from './describe-problem.ts'

/** Everything that the page of corrections prints. */
export interface CorrectionsPage {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly corrected: Corrected | undefined
  readonly total: string
  readonly file: string
  readonly find: string
  readonly lines: readonly CorrectionLine[]
  readonly nothing: string
  readonly faults: readonly { readonly line: string; readonly problem: string }[]
  readonly previous: string
  readonly next: string
  readonly part: string
  /** This page, to come back to. */
  readonly here: string
  readonly formToken: string
}

export interface CorrectionLine {
  readonly id: string
  readonly what: string
  readonly where: string
  /** The only article that is meant; '' for all. */
  readonly articleHref: string
  readonly when: string
  readonly whenIso: string
  readonly note: string
  /** `12 articles`; '' where that is no question. */
  readonly concerns: string
  readonly isTakenBack: boolean
  /** The correction that a click takes back. */
  readonly undo: string
  readonly undoLabel: string
}

/** What a list of corrections depends on: what to look for, and which part of it. */
export interface CorrectionsState {
  readonly find: string
  readonly part: number
}

const linesInPart = 50

/** The corrections of one part of the list, newest first, and how many there are in all. */
export interface ChosenLines {
  readonly chosen: readonly Correction[]
  readonly matching: number
  readonly parts: number
}

/** Chooses those that have the words looked for in their sentence, note or ids. Undos are shown with what they take back. */
export function chooseLines(
  { corrections }: CorrectionsRead,
  { find, part }: CorrectionsState,
  naming: Naming,
): ChosenLines {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const textOf = (each: Correction) =>
    `${describeCorrection(each, corrections, naming)} ${JSON.stringify(each)}`.toLowerCase()
  const hasWords = (each: Correction) => {
    const text = words.length === 0 ? '' : textOf(each)
    return words.every((word) => text.includes(word))
  }
  const matching = corrections.filter((each) => each.do !== 'undo' && hasWords(each)).reverse()
  return {
    chosen: matching.slice((part - 1) * linesInPart, part * linesInPart),
    matching: matching.length,
    parts: Math.max(1, Math.ceil(matching.length / linesInPart)),
  }
}

/** What the page is made of besides the file. */
interface Around {
  readonly state: CorrectionsState
  readonly problems: readonly Problem[]
  readonly corrected: Corrected | undefined
  readonly path: string
  /** How many articles each chosen correction concerns. */
  readonly concerned: readonly (number | undefined)[]
  readonly force: InForce
  readonly titleOf: (article: string) => string
  readonly naming: Naming
  readonly formToken: string
}

export function buildCorrectionsPage(
  read: CorrectionsRead,
  { chosen, matching, parts }: ChosenLines,
  around: Around,
): CorrectionsPage {
  const { state, formToken, corrected } = around
  const standing = new Set(withoutUndone(read.corrections))
  const link = (part: number) =>
    part < 1 || part > parts ? '' : correctionsLink({ ...state, part })
  return {
    layout: buildLayout('Corrections', 'corrections'),
    problems: around.problems.map(describeProblem),
    corrected,
    total: counted(matching, 'correction'),
    file: around.path,
    find: state.find,
    lines: chosen.map((each, nth) =>
      buildLine(each, around.concerned[nth], read.corrections, standing, around),
    ),
    nothing: nothingIn(state, matching),
    faults: read.faults.map(({ line, problem }) => ({ line: number(line), problem })),
    previous: link(Math.min(state.part - 1, parts)),
    next: link(state.part + 1),
    part: parts > 1 ? `Part ${number(state.part)} of ${number(parts)}` : '',
    here: correctionsLink(state),
    formToken,
  }
}

function correctionsLink({ find, part }: CorrectionsState): string {
  const parameters = new URLSearchParams()
  if (find !== '') parameters.set('find', find)
  if (part > 1) parameters.set('part', String(part))
  return parameters.size === 0 ? '/corrections' : `/corrections?${parameters.toString()}`
}

function nothingIn({ find }: CorrectionsState, matching: number): string {
  if (matching > 0) return 'This part is past the last one.'
  return find === '' ? '' : `No correction says “${find}”.`
}

function buildLine(
  correction: Correction,
  concerned: number | undefined,
  all: readonly Correction[],
  standing: ReadonlySet<Correction>,
  { titleOf, naming, force }: Around,
): CorrectionLine {
  const article = 'article' in correction ? correction.article : undefined
  const isTakenBack = !standing.has(correction)
  const undo = isTakenBack ? undoneBy(correction, all, standing) : correction.id
  return {
    id: correction.id,
    what: describeCorrection(correction, all, naming),
    where: article === undefined ? 'everywhere' : `only in “${titleOf(article)}”`,
    articleHref: article === undefined ? '' : `/article/${article}`,
    when: showDay(correction.at),
    whenIso: correction.at,
    note: correction.note,
    concerns: describeReach(correction, concerned, force),
    isTakenBack,
    undo,
    undoLabel: isTakenBack ? 'Redo' : 'Undo',
  }
}

/** What it does, or why it does nothing. */
function describeReach(
  { id }: Correction,
  concerned: number | undefined,
  { waiting, idle }: InForce,
): string {
  if (waiting.has(id)) return 'not applied yet'
  if (idle.has(id)) return 'without effect: an earlier correction took the value away'
  if (concerned === undefined) return ''
  return concerned === 0 ? 'matches nothing yet' : counted(concerned, 'article')
}

/** The undo that stands and takes it back. */
function undoneBy(
  correction: Correction,
  all: readonly Correction[],
  standing: ReadonlySet<Correction>,
): string {
  const undo = all.findLast(
    (each) => each.do === 'undo' && each.of === correction.id && standing.has(each),
  )
  return undo?.id ?? ''
}

/** A line that was written by hand may say anything, or nothing. */
export function showDay(at: string): string {
  return at === '' || Number.isNaN(Date.parse(at)) ? at : showMoment(at)
}
