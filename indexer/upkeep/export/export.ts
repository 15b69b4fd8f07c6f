import { existsSync } from 'node:fs'
import type { StoredArticle } from '../../../engine/article.ts'
import type { SearchAnswer } from '../../../engine/search-engine.ts'
import { UsageError, type CommandLine } from '../../../engine/settings.ts'
import { exitCodes, type CommandTools, type IndexCommand } from '../../commands/command.ts'
import { counted, plural } from '../../report/progress.ts'
import { askedQuery, understoodLines, type AskedQuery } from '../asked-query.ts'
import { requireOutside } from '../outside-data.ts'
import { now, secondsBetweenLines } from '../pace.ts'
import { reading, type Reading } from '../reading.ts'
import { csvLines } from './csv-lines.ts'
import { jsonLines } from './json-lines.ts'
import { writeFileWhole, writeStream } from './write-out.ts'

/** Writes all articles, or those that a query finds, to a file or to standard output. Works while others write. */
export const exportCommand: IndexCommand = {
  switches: ['yes'],
  values: ['to', 'format', 'newer-than'],
  run: async (words, { line, say }) => {
    const asked = askedQuery(words, line.values.get('newer-than'))
    const file = line.values.get('to')
    const write = writerFor(line.values.get('format'), file)
    if (file !== undefined) requireFree(file, line)
    return reading(line, async (opened) => {
      if (file === undefined) {
        // Standard output is the export's alone.
        await announce(asked, opened, tellBeside)
        await writeStream(process.stdout, write(articlesOf(opened, asked, () => undefined)))
        return exitCodes.completed
      }
      await announce(asked, opened, say)
      let written = 0
      const tell = now(secondsBetweenLines)
      const articles = articlesOf(opened, asked, () => {
        written++
        if (tell()) say(`  ${plural(written, 'article')} written`)
      })
      await writeFileWhole(file, write(articles))
      say(`Wrote ${plural(written, 'article')} to ${file}.`)
      return exitCodes.completed
    })
  },
}

const writers = { jsonl: jsonLines, csv: csvLines } as const

/** By its name where a format is asked for, else by how the file is named. */
function writerFor(format: string | undefined, file: string | undefined) {
  const isTable = /\.csv(?:\.gz)?$/i.test(file ?? '')
  switch (format) {
    case undefined:
      return isTable ? writers.csv : writers.jsonl
    case 'jsonl':
    case 'csv':
      return writers[format]
    default:
      throw new UsageError(`--format is jsonl or csv, not “${format}”.`)
  }
}

function requireFree(file: string, { settings, switches }: CommandLine): void {
  requireOutside(settings.DATA_DIR, file)
  if (existsSync(file) && !switches.has('yes'))
    throw new UsageError(`${file} exists already. Name another file, or add --yes to replace it.`)
}

const tellBeside = (line: string) => {
  console.error(line)
}

/** All articles come from the archive; what a query finds is only as new, and as exact, as its index. */
async function announce(
  asked: AskedQuery,
  { archive, engine }: Reading,
  say: CommandTools['say'],
): Promise<void> {
  if (isEverything(asked)) return
  const answer = await engine.search({ ...asked.request, pageSize: 0 })
  for (const text of [...understoodLines(asked), ...notesOn(asked, answer)]) say(text)
  const behind = archive.lastChange() - (await engine.stats()).change
  if (behind > 0)
    say(
      `The index is ${plural(behind, 'change')} behind the archive: what is newer may be missing.`,
    )
}

function notesOn({ warnings }: AskedQuery, { capability, ...answer }: SearchAnswer): string[] {
  return [
    ...[...warnings, ...answer.warnings].map(({ message }) => `Warning: ${message}`),
    ...(capability.bound === 'exact'
      ? []
      : [`It finds ${capability.bound} ${counted(answer.total)}. ${capability.reasons.join(' ')}`]),
  ]
}

const isEverything = ({ request }: AskedQuery) => request.query.kind === 'all'

/** Articles in memory at once. */
const atOnce = 50

/** In the order of indexing. `taken` is told of each. */
async function* articlesOf(
  { archive, engine }: Reading,
  asked: AskedQuery,
  taken: () => void,
): AsyncGenerator<StoredArticle> {
  const source = isEverything(asked)
    ? everyArticle({ archive }, asked.request.newerThan)
    : engine.scan(asked.request)
  for await (const article of source) {
    taken()
    yield article
  }
}

function* everyArticle(
  { archive }: Pick<Reading, 'archive'>,
  newerThan: number,
): Generator<StoredArticle> {
  for (let after = newerThan; ;) {
    const articles = archive.articlesAfter(after, atOnce)
    const last = articles.at(-1)
    if (!last) return
    yield* articles
    after = last.sequence
  }
}
