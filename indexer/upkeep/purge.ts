import type { StoredArticle } from '../../engine/article.ts'
import { UsageError } from '../../engine/settings.ts'
import { forgetWords } from '../../engine/vocabulary/forget-words.ts'
import {
  exitCodes,
  type CommandTools,
  type IndexCommand,
  type Opened,
} from '../commands/command.ts'
import { correctorOf } from '../corrections/corrector.ts'
import { plural } from '../report/progress.ts'
import { confirmed } from './confirm.ts'
import { countCorrectionsOf, overwriteCorrectionsOf } from './corrections-of.ts'
import { forgetInUserData, overwriteUserData } from './forget-in-user-data.ts'
import { forgetRemarks } from './forget-remarks.ts'
import { isFormerIndexLeft, otherCopies } from './other-copies.ts'
import { allowAgain } from './purge-undo.ts'

/** Takes articles down for good, or allows them again. Interrupted, `purge` without an id goes on. */
export const purgeCommand: IndexCommand = {
  switches: ['yes', 'dry-run', 'undo', 'with-corrections'],
  values: [],
  run: async (words, tools) =>
    tools.opened((opened) =>
      tools.line.switches.has('undo')
        ? allowAgain(words, opened, tools.say)
        : purge([...new Set(words)], opened, tools),
    ),
}

/** Of one family, to be named before asking. */
const mostMembers = 100

async function purge(ids: readonly string[], opened: Opened, tools: CommandTools): Promise<number> {
  const { archive } = opened
  const { say, line } = tools
  if (ids.length === 0) return goOn(opened, say)
  const articles = ids.map((id) => articleOf(id, opened))
  for (const { id, published, outlet, title, origin } of articles)
    say([id, published, outlet, `“${title}”`, origin].filter((part) => part !== '').join('  '))
  for (const text of nearDuplicates(articles, opened)) say(text)
  const corrections = countCorrectionsOf(archive.dataDir, new Set(ids))
  if (corrections > 0 && !line.switches.has('with-corrections'))
    say(
      `${plural(corrections, 'correction')} of these articles alone may quote them, and stay in corrections.jsonl; --with-corrections deletes them too.`,
    )
  if (line.switches.has('dry-run')) {
    say('Nothing was taken down: --dry-run.')
    return exitCodes.completed
  }
  const question = `Take ${plural(ids.length, 'article')} down for good, with originals and older versions?`
  if (!(await confirmed(question, tools))) {
    say('Nothing was taken down.')
    return exitCodes.completed
  }
  await takeDown(articles, opened, tools)
  return finish(opened, say)
}

function articleOf(id: string, { archive }: Opened): StoredArticle {
  const article = archive.get(id)
  if (article) return article
  const down = archive.takenDown().find((each) => each.id === id)
  throw new UsageError(
    down
      ? `Article ${id} was taken down on ${down.at.slice(0, 10)} already. Nothing was done.`
      : `There is no article ${id}. Its id is the last part of its address on the site. Nothing was done.`,
  )
}

function nearDuplicates(articles: readonly StoredArticle[], { archive }: Opened): string[] {
  const ids = new Set(articles.map(({ id }) => id))
  const families = new Set(articles.map(({ family }) => family))
  families.delete('')
  const others = [...families]
    .flatMap((family) => archive.family(family, mostMembers).map(({ id }) => id))
    .filter((id) => !ids.has(id))
  return others.length === 0
    ? []
    : [`Near-duplicates of these stay: ${others.join(' ')}. Name them too if they are meant.`]
}

/** What quotes the articles elsewhere goes first: once they are gone, nobody knows their places any more. */
async function takeDown(
  articles: readonly StoredArticle[],
  { archive, lease }: Opened,
  { line, say }: CommandTools,
): Promise<void> {
  const ids = new Set(articles.map(({ id }) => id))
  if (line.switches.has('with-corrections')) {
    const deleted = overwriteCorrectionsOf(archive.dataDir, ids)
    await correctorOf(archive, lease).follow()
    say(`Deleted ${plural(deleted, 'correction')}.`)
  }
  forgetRemarks(archive.dataDir, new Set(articles.map(({ origin }) => origin)))
  archive.purge(lease, [...ids])
  say(`Taken down: ${plural(ids.size, 'article')}. Removing what is left of them …`)
}

async function goOn(opened: Opened, say: CommandTools['say']): Promise<number> {
  if (!opened.archive.isPurgeUnfinished())
    throw new UsageError('Write purge ID, or purge --undo ID. No purge was interrupted.')
  say('Going on with what was taken down before …')
  return finish(opened, say)
}

/** Every file that may hold a word of what was taken down is written anew; may be repeated. */
async function finish(
  { archive, engine, lease }: Opened,
  say: CommandTools['say'],
): Promise<number> {
  forgetWords(archive.dataDir)
  forgetInUserData(archive.dataDir, new Set(archive.takenDown().map(({ id }) => id)))
  overwriteUserData(archive.dataDir)
  await engine.sync(lease)
  await engine.rebuild(lease)
  const isEmptied = archive.overwrite(lease)
  const left = [
    ...(isEmptied ? [] : ['The log of the archive is in use by a long search or a backup.']),
    ...(isFormerIndexLeft(archive.dataDir)
      ? ['A running site still has the former index open.']
      : []),
  ]
  for (const copy of otherCopies(archive.dataDir))
    say(
      `${copy} holds an older archive, which may have them still: delete it, or purge there: --data-dir ${copy}`,
    )
  if (left.length > 0) {
    for (const text of left) say(text)
    say(
      'The articles are gone, but words of them may be left in files. Stop the site, then run npm run index -- purge',
    )
    return exitCodes.failed
  }
  archive.endPurge(lease)
  say(
    'Nothing is left of them in the archive, the index and their files. Copies elsewhere (backups, exports, the sources themselves, a Meilisearch server’s own disk) are beyond reach.',
  )
  return exitCodes.completed
}
