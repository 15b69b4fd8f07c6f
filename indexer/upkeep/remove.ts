import type { SearchAnswer } from '../../engine/search-engine.ts'
import { UsageError } from '../../engine/settings.ts'
import {
  exitCodes,
  type CommandTools,
  type IndexCommand,
  type Opened,
} from '../commands/command.ts'
import { plural } from '../report/progress.ts'
import { askedQuery, readingLines, understoodLines, type AskedQuery } from './asked-query.ts'
import { confirmed } from './confirm.ts'

/** Articles removed in one transaction, with which the index catches up before the next ones. */
const batch = 1_000
/** Titles shown before asking. */
const titlesShown = 5

/** Removes what a query finds. Interrupted, whole batches are gone, and the same command goes on. */
export const removeCommand: IndexCommand = {
  switches: ['yes', 'dry-run'],
  values: ['newer-than'],
  run: async (words, tools) => {
    const asked = askedQuery(words, tools.line.values.get('newer-than'))
    if (words.join('').trim() === '')
      throw new UsageError(
        'Write remove QUERY, as in the search box: remove "outlet:Name before:2010". Nothing is removed without a query.',
      )
    if (asked.query.kind === 'all')
      throw new UsageError(
        'This query finds every article. To begin anew, name another data folder (--data-dir) instead.',
      )
    return tools.opened((opened) => remove(asked, opened, tools))
  },
}

async function remove(asked: AskedQuery, opened: Opened, tools: CommandTools): Promise<number> {
  const { archive, engine, lease } = opened
  const { say, line } = tools
  await engine.sync(lease)
  const answer = await engine.search({ ...asked.request, pageSize: titlesShown })
  for (const text of linesAbout(asked, answer)) say(text)
  requireExact(answer)
  if (answer.total === 0) return exitCodes.completed
  const warned = asked.warnings.length + answer.warnings.length > 0
  if (warned && line.switches.has('yes'))
    throw new UsageError(
      'Nothing was removed: with a warning, --yes is not enough. Put the query right, or run this at a terminal without --yes.',
    )
  if (line.switches.has('dry-run')) {
    say('Nothing was removed: --dry-run.')
    return exitCodes.completed
  }
  if (!(await confirmed(`Remove ${plural(answer.total, 'article')}?`, tools))) {
    say('Nothing was removed.')
    return exitCodes.completed
  }
  const ids: string[] = []
  for await (const { id } of engine.scan(asked.request)) ids.push(id)
  const removed = await removeInBatches(ids, opened)
  say(
    `Removed ${plural(removed, 'article')}. The archive holds ${plural(archive.count(), 'article')}.`,
  )
  say(
    'Read again, they come back: to keep an article away for good, purge it. Corrections that name them stay.',
  )
  return exitCodes.completed
}

function linesAbout(asked: AskedQuery, answer: SearchAnswer): string[] {
  const more = answer.total - answer.hits.length
  return [
    ...understoodLines(asked),
    ...readingLines(answer.readings),
    ...[...asked.warnings, ...answer.warnings].map(({ message }) => `Warning: ${message}`),
    `It finds ${plural(answer.total, 'article')}${answer.total === 0 ? '' : ':'}`,
    ...answer.hits.map(({ id, title, outlet, published }) =>
      ['', id, published, outlet, title].join('  ').trimEnd(),
    ),
    ...(more > 0 ? [`  and ${plural(more, 'other')}`] : []),
  ]
}

function requireExact({ capability }: SearchAnswer): void {
  if (capability.bound === 'exact') return
  throw new UsageError(
    `Nothing was removed: this query finds ${capability.bound} so many. ${capability.reasons.join(' ')} Narrow it, e.g. by outlet: or date:.`,
  )
}

async function removeInBatches(
  ids: readonly string[],
  { archive, engine, lease }: Opened,
): Promise<number> {
  let removed = 0
  for (let from = 0; from < ids.length; from += batch) {
    removed += archive.remove(lease, ids.slice(from, from + batch))
    await engine.sync(lease)
  }
  return removed
}
