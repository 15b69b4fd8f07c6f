import type { Problem } from '../read-parameters.ts'
import { showMoment } from '../show-date.ts'
import type { AuditLine, AuditPart } from '../store/audit.ts'
import { counted, number } from './counting.ts'
import { buildLayout, type Layout } from './layout.ts'
import { describeProblem } from './describe-problem.ts'

export const linesInPart = 50

/** One part of the audit log. */
export interface AuditView extends AuditPart {
  readonly find: string
  readonly part: number
  readonly problems: readonly Problem[]
}

/** Everything that the page of the audit log prints. */
export interface AuditPage {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly find: string
  readonly total: string
  readonly lines: readonly ShownLine[]
  readonly nothing: string
  readonly previous: string
  readonly next: string
  readonly part: string
}

interface ShownLine extends AuditLine {
  readonly when: string
  readonly who: string
  /** The article that it was about; '' for anything else. */
  readonly href: string
}

export function buildAuditPage(view: AuditView): AuditPage {
  const { find, part, total } = view
  const parts = Math.max(1, Math.ceil(total / linesInPart))
  const link = (to: number) => (to < 1 || to > parts ? '' : auditLink(find, to))
  return {
    layout: buildLayout('Audit log', '', undefined, ['accounts']),
    problems: view.problems.map(describeProblem),
    find,
    total: counted(total, 'entry', { plural: 'entries' }),
    lines: view.lines.map((line) => ({
      ...line,
      when: showMoment(line.at),
      who: line.account === '' ? whoIsNobody(line) : line.account,
      href: line.action.includes('correction') && line.subject !== '' ? correctionLink(line) : '',
    })),
    nothing: nothingIn(view),
    previous: link(Math.min(part - 1, parts)),
    next: link(part + 1),
    part: parts > 1 ? `Part ${number(part)} of ${number(parts)}` : '',
  }
}

function whoIsNobody({ action }: AuditLine): string {
  return action === 'was refused further logins' ? 'Somebody' : 'The owner, without an account'
}

const correctionLink = ({ subject }: AuditLine) =>
  `/corrections?${new URLSearchParams({ find: subject }).toString()}`

function auditLink(find: string, part: number): string {
  const parameters = new URLSearchParams()
  if (find !== '') parameters.set('find', find)
  if (part > 1) parameters.set('part', String(part))
  return parameters.size === 0 ? '/audit' : `/audit?${parameters.toString()}`
}

function nothingIn({ find, total, lines }: AuditView): string {
  if (lines.length > 0) return ''
  if (total > 0) return 'This part is past the last one.'
  return find === '' ? 'Nothing has happened yet.' : `No entry says “${find}”.`
}
