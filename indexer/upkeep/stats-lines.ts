import type { ArchiveStatistics, Counts, RunOfArchive } from '../../engine/archive/statistics.ts'
import { counted, plural } from '../report/progress.ts'
import { shownBytes } from './disk-use.ts'
import type { Stats } from './gather-stats.ts'

const outletsShown = 10

/** Statistics as lines for a terminal. */
export function statsLines({ archive, runs, corrections, bytes, index }: Stats): string[] {
  return [
    `${plural(archive.articles, 'article')}, ${counted(archive.sample)} of them of the sample`,
    ...block('Outlets', topOutlets(archive.outlets)),
    ...block('Languages', named(archive.languages, 'not determined')),
    ...block('Years', named(archive.years, 'undated')),
    ...block('How dated', named(archive.datings.map(undatedOnce), '')),
    '',
    `Families of near-duplicates: ${counted(archive.families)}, with ${plural(archive.inFamilies, 'article')}`,
    `Records set aside: ${counted(archive.setAside)}`,
    `Articles taken down: ${counted(archive.takenDown)}`,
    'problem' in corrections
      ? `Corrections: ${corrections.problem}`
      : `Corrections: ${counted(corrections.lines)}${corrections.faulty === 0 ? '' : `, and ${plural(corrections.faulty, 'line')} that cannot be read`}`,
    ...block('Last runs', runs.map(runLine)),
    '',
    `On disk: archive ${shownBytes(bytes.archive)}, index ${shownBytes(bytes.index)}, user data ${shownBytes(bytes.userData)}, other ${shownBytes(bytes.other)}`,
    indexLine(index, archive),
  ]
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

/** Whether an unknown date is sure says nothing. */
function undatedOnce([dating, articles]: Counts[number]): Counts[number] {
  return [/^unknown\b/.test(dating) ? 'undated' : dating, articles]
}

function topOutlets(outlets: Counts): string[] {
  const shown = named(outlets.slice(0, outletsShown), 'unknown')
  const others = outlets.slice(outletsShown)
  const articles = others.reduce((sum, [, count]) => sum + count, 0)
  return others.length === 0
    ? shown
    : [...shown, `${counted(articles).padStart(9)}  ${plural(others.length, 'other outlet')}`]
}

function named(counts: Counts, nameless: string): string[] {
  return counts.map(
    ([value, articles]) => `${counted(articles).padStart(9)}  ${value === '' ? nameless : value}`,
  )
}

function runLine({ number, started, finished, what, counts }: RunOfArchive): string {
  const told = ['added', 'replaced', 'unchanged', 'setAside']
    .filter((name) => name in counts)
    .map((name) => `${name === 'setAside' ? 'set aside' : name} ${counted(counts[name] ?? 0)}`)
  const end = finished === undefined ? 'not ended' : told.join(', ')
  return `${number}  ${started.slice(0, 19).replace('T', ' ')}  ${end}  (${what})`
}

function indexLine(index: Stats['index'], { articles }: ArchiveStatistics): string {
  if ('problem' in index) return `Index: ${index.problem}`
  const state =
    index.changesBehind === 0
      ? 'up to date'
      : `${plural(index.changesBehind, 'change')} behind the archive; the next run, or start of the site, goes on`
  return `Index: ${index.engine} ${index.version}, ${counted(index.articles)} of ${plural(articles, 'article')}, ${state}`
}
