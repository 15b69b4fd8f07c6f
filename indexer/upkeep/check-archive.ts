import type { Archive } from '../../engine/archive/archive.ts'
import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { putBackArchive, type Report } from './fault.ts'

/** Articles in memory at once. */
const atOnce = 50
/** SQLite lists a hundred faults of one damaged file. */
const structureFaultsTold = 3

/**
 * Reads the archive from end to end: the structure of its file, what its tables say about each other, and every article with its
 * original. Memory does not grow with its size. `checked` is told how many articles are done.
 */
export async function checkArchive(
  archive: Archive,
  report: Report,
  checked: (articles: number) => void,
): Promise<void> {
  try {
    checkTables(archive, report)
    await checkArticles(archive, report, checked)
  } catch (error) {
    // Damage that lets nothing further be read.
    if (!(error instanceof DatabaseUnusable)) throw error
    report({ problem: error.message, remedy: putBackArchive })
  }
}

function checkTables(archive: Archive, report: Report): void {
  for (const fault of archive.structureFaults().slice(0, structureFaultsTold))
    report({ problem: `archive.sqlite is damaged: ${fault}`, remedy: putBackArchive })
  for (const { problem, cases, example } of archive.tableFaults())
    report({
      problem: `archive.sqlite: ${problem} (${cases} times, e.g. ${example})`,
      remedy: putBackArchive,
    })
  if (archive.isPurgeUnfinished())
    report({
      problem: 'An article was taken down, but some of its words may be left in files.',
      remedy: 'Go on with it: npm run index -- purge',
    })
}

async function checkArticles(
  archive: Archive,
  report: Report,
  checked: (articles: number) => void,
): Promise<void> {
  let [last, done] = [0, 0]
  for (;;) {
    const articles = archive.checkArticles(last, atOnce)
    if (articles.length === 0) return
    for (const { id, sequence, faults } of articles) {
      for (const fault of faults)
        report({ problem: `Article ${id} ${fault}.`, remedy: putBackArchive })
      last = sequence
    }
    done += articles.length
    checked(done)
    // Lets Ctrl-C through.
    await new Promise((resume) => setImmediate(resume))
  }
}
