import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn, type ListRow } from '../../../engine/gazetteers/list-file.ts'
import { gazetteerFolder } from '../../../engine/gazetteers/weapon-list.ts'

/** Names of the lists, from which others are made. */
export interface KnownNames {
  readonly people: readonly string[]
  readonly surnames: readonly string[]
  readonly surnamesFirst: readonly string[]
  readonly given: readonly string[]
  readonly places: readonly string[]
  /** The words of places that have one word. */
  readonly placeWords: readonly string[]
  readonly countries: readonly string[]
  /** States of the United States, in full and as newspapers shorten them. */
  readonly states: readonly string[]
  readonly outlets: readonly string[]
  readonly weapons: readonly string[]
  readonly others: readonly string[]
  readonly demonyms: readonly string[]
  readonly titles: readonly string[]
  readonly roles: readonly string[]
}

/** Reads them. Throws MalformedList, or the error of the file system. */
export function readNames(folder: string = gazetteerFolder): KnownNames {
  const rows = (file: string) => readRows(join(folder, file))
  const names = (file: string, column = 'name') => rows(file).map((row) => cell(row, column))
  const people = names('people.tsv')
  const places = rows('places.tsv')
  const titles = rows('titles.tsv')
  return {
    people: people.filter((name) => name.includes(' ')),
    surnames: people.map((name) => name.split(' ').at(-1) ?? '').filter(isPlain),
    surnamesFirst: wordsOfKind(rows('words.tsv'), 'surname-first'),
    given: names('given-names.tsv').filter(isPlain),
    places: places.map((row) => cell(row, 'name')),
    placeWords: places.map((row) => cell(row, 'name')).filter(isPlain),
    countries: namesWhere(places, 'kind', 'country'),
    states: places.filter((row) => cell(row, 'kind') === 'state').flatMap(allNames),
    outlets: names('outlets.tsv'),
    weapons: names('weapons.tsv'),
    others: names('other-names.tsv'),
    demonyms: names('demonyms.tsv', 'word'),
    titles: namesWhere(titles, 'kind', 'title', 'title'),
    roles: namesWhere(titles, 'kind', 'role', 'title'),
  }
}

// loadLists checks these files; here their headers are taken as they are.
function readRows(path: string): readonly ListRow[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const columns = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return new Map(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

function allNames(row: ListRow): string[] {
  return [cell(row, 'name'), ...namesIn(row.get('aliases')), ...namesIn(row.get('ambiguous'))]
}

function cell(row: ListRow, column: string): string {
  return row.get(column) ?? ''
}

function namesWhere(
  rows: readonly ListRow[],
  column: string,
  value: string,
  name = 'name',
): string[] {
  return rows.filter((row) => cell(row, column) === value).map((row) => cell(row, name))
}

function wordsOfKind(rows: readonly ListRow[], kind: string): string[] {
  const words = rows.filter((row) => namesIn(row.get('kinds')).includes(kind))
  return words.map((row) => cell(row, 'word').replace(/^./, (letter) => letter.toUpperCase()))
}

function isPlain(word: string): boolean {
  return /^\p{Lu}\p{L}{3,}$/u.test(word)
}

/** The head of one word and the tail of another, joined at a vowel: Shoigu and Medvedev give Shoivedev. */
export function blended(head: string, tail: string, random: () => number): string {
  const headEnd = [...head.matchAll(/(?<=\p{L}[aeiouy])(?=\p{L})/giu)].map((cut) => cut.index)
  const tailStart = [...tail.matchAll(/(?<=[aeiouy])(?=[^aeiouy]\p{L})/giu)].map((cut) => cut.index)
  const from = tailStart[Math.floor(random() * tailStart.length)]
  const to = headEnd[Math.floor(random() * headEnd.length)]
  return from === undefined || to === undefined ? head : head.slice(0, to) + tail.slice(from)
}
