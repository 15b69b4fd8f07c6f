import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  namesIn,
  readList,
  type ListFile,
  type ListRow,
} from '../../engine/gazetteers/list-file.ts'
import { outletColumns, outletFile } from '../../engine/gazetteers/outlet-list.ts'
import { peopleColumns, peopleFile } from '../../engine/gazetteers/people-list.ts'
import { placeColumns, placeFile } from '../../engine/gazetteers/place-list.ts'
import { gazetteerFolder, weaponColumns, weaponFile } from '../../engine/gazetteers/weapon-list.ts'
import { outletsBroader, placesBroader, weaponsBroader, type BroaderById } from './broader.ts'
import { readPeople, shortNames, type PeopleLists } from './listed-people.ts'
import { readCommonWords, type CommonWords } from '../tagger/common-words.ts'
import { readWeights, type Weights } from '../tagger/weights.ts'
import { foldLetters } from './names.ts'
import { readPlaces, type PlaceList } from './place-lists.ts'
import { createNameTrie, type NameTrie } from './trie.ts'
import { wordKey } from './word-forms.ts'
import { wordKinds } from './word-kinds.ts'
import { outletHomes, type OutletHome } from './outlet-home.ts'

/** Raised whenever the rules change, so that archives know which articles were read with older ones. */
const extractionVersion = 4

/** What a listed name stands for. */
export interface ListedName {
  readonly list: 'people' | 'places' | 'weapons' | 'outlets' | 'other'
  readonly id: string
  readonly name: string
  /**
   * `cue`: counts only beside a word that confirms it (Time, Patriot, Reading); `alone`: a surname known by itself;
   * `programme`: a broadcast (Meet the Press), which stands for its outlet.
   */
  readonly trust: 'plain' | 'cue' | 'alone' | 'programme'
}

/** An outlet of the list. */
export interface ListedOutlet {
  readonly id: string
  readonly name: string
}

/** The gazetteers, ready to use. Immutable; load them once a process (some 0.3 s). */
export interface Lists extends PeopleLists {
  readonly names: NameTrie<ListedName>
  readonly titles: NameTrie<'title' | 'role'>
  readonly givenNames: ReadonlySet<string>
  /** What a given name is short for: bill → william. */
  readonly shortNames: ReadonlyMap<string, string>
  readonly outletsById: ReadonlyMap<string, ListedOutlet>
  readonly outletsByName: ReadonlyMap<string, ListedOutlet>
  readonly outletsByDomain: ReadonlyMap<string, ListedOutlet>
  readonly outletHomes: ReadonlyMap<string, OutletHome>
  /** What stands above a listed weapon: its families, then its category. */
  readonly weaponsBroader: BroaderById
  /** What stands above a listed place: its region where that is listed, its country. */
  readonly placesBroader: BroaderById
  readonly places: PlaceList
  /** What stands above a listed outlet: NBC above NBC News. */
  readonly outletsBroader: BroaderById
  /** Whether words.tsv lists this word, by its key, under this kind; demonyms are a kind of their own. */
  isKind(key: string, kind: string): boolean
  readonly commonWords: CommonWords
  /** What the tagger has learned. */
  readonly weights: Weights
  /** Where the lists were read. */
  readonly folder: string
  /** Hash of the lists, of the tagger's weights and of the version of the rules: equal versions extract equal facets. */
  readonly version: string
}

/** Reads gazetteers and weights; by default those of the project. Throws MalformedList or MalformedWeights, naming the file. */
export function loadLists(
  folder: string = gazetteerFolder,
  weights: Weights = readWeights(),
): Lists {
  const commonWords = readCommonWords()
  const learned = `${weights.version} ${commonWords.version}`
  const hash = createHash('sha256').update(`${extractionVersion} ${learned}`)
  const read = (file: string, columns: readonly string[]): ListFile => {
    const list = readList(join(folder, file), columns)
    hash.update(`\n${file}\n${list.content}`)
    return list
  }
  const places = read(placeFile, placeColumns)
  const weapons = read(weaponFile, weaponColumns)
  const outlets = read(outletFile, outletColumns)
  const people = read(peopleFile, peopleColumns)
  const others = read('other-names.tsv', ['name'])
  const titles = read('titles.tsv', ['title', 'kind'])
  const given = read('given-names.tsv', ['name', 'short_for'])
  const words = read('words.tsv', ['word', 'kinds'])
  const demonyms = read('demonyms.tsv', ['word'])

  const kinds = wordKinds(words.rows, demonyms.rows)
  const names = createNameTrie<ListedName>()
  const listedPlaces = readPlaces(places.rows, names)
  addNames(names, weapons.rows, outlets.rows, people.rows, others.rows)
  return {
    names,
    titles: titleTrie(titles.rows),
    ...readPeople(people.rows),
    givenNames: new Set(given.rows.map((row) => wordKey(cell(row, 'name')))),
    outletsById: outletsBy(outlets.rows, (row) => [cell(row, 'id')]),
    shortNames: shortNames(given.rows),
    outletsByName: outletsBy(outlets.rows, outletNames),
    outletsByDomain: outletsBy(outlets.rows, (row) => namesIn(row.get('domains'))),
    outletHomes: outletHomes(outlets.rows),
    weaponsBroader: weaponsBroader(weapons.rows),
    placesBroader: placesBroader(places.rows),
    places: listedPlaces,
    outletsBroader: outletsBroader(outlets.rows),
    isKind: (key, kind) => kinds.get(kind)?.has(key) ?? false,
    commonWords,
    weights,
    folder,
    version: hash.digest('hex').slice(0, 16),
  }
}

function cell(row: ListRow, column: string): string {
  return row.get(column) ?? ''
}

function addNames(
  trie: NameTrie<ListedName>,
  weapons: readonly ListRow[],
  outlets: readonly ListRow[],
  people: readonly ListRow[],
  others: readonly ListRow[],
): void {
  for (const row of outlets) addOutlet(trie, row)
  for (const row of weapons) addWeapon(trie, row)
  for (const row of people) addPerson(trie, row)
  for (const row of others) {
    trie.add(cell(row, 'name'), { list: 'other', id: '', name: cell(row, 'name'), trust: 'plain' })
  }
}

function addRow(
  trie: NameTrie<ListedName>,
  list: 'places' | 'outlets',
  row: ListRow,
  aliases: string,
  doubtful: string,
): void {
  const entry = { list, id: cell(row, 'id'), name: cell(row, 'name') }
  const plain: ListedName = { ...entry, trust: 'plain' }
  const cue: ListedName = { ...entry, trust: 'cue' }
  const needCue = namesIn(row.get(doubtful))
  for (const name of [entry.name, ...namesIn(row.get(aliases))]) {
    if (!needCue.includes(name)) trie.add(name, plain)
  }
  for (const name of needCue) trie.add(name, cue)
}

function addOutlet(trie: NameTrie<ListedName>, row: ListRow): void {
  // Institutes and the like publish articles, but are no news media for others to cite.
  if (cell(row, 'kind') === 'publisher') return
  addRow(trie, 'outlets', row, 'aliases', 'needs_cue')
  const entry = { list: 'outlets' as const, id: cell(row, 'id'), name: cell(row, 'name') }
  for (const programme of namesIn(row.get('programmes')))
    trie.add(programme, { ...entry, trust: 'programme' })
}

function addWeapon(trie: NameTrie<ListedName>, row: ListRow): void {
  const entry = { list: 'weapons' as const, id: cell(row, 'id'), name: cell(row, 'name') }
  const needCue = namesIn(row.get('needs_cue'))
  const spaced = cell(row, 'spaced') !== ''
  for (const name of [entry.name, ...namesIn(row.get('aliases'))]) {
    if (!needCue.includes(name)) addSpellings(trie, name, { ...entry, trust: 'plain' }, spaced)
  }
  for (const name of needCue) addSpellings(trie, name, { ...entry, trust: 'cue' }, false)
}

/** S-300 is also S300, S-300s and S300s, and S 300 where the list says that this is safe. */
function addSpellings(
  trie: NameTrie<ListedName>,
  name: string,
  value: ListedName,
  spaced: boolean,
): void {
  const forms = [name]
  if (weakDesignator.test(name)) addJoinedWeak(trie, name.replace('-', ''), value)
  else if (designator.test(name)) forms.push(name.replace('-', ''))
  if (spaced && designator.test(name)) forms.push(name.replace('-', ' '))
  for (const form of forms) {
    trie.add(form, value, 'strict')
    if (!form.endsWith('s')) trie.add(`${form}s`, value, 'strict')
  }
}

const designator = /^\p{L}{1,4}-\d\S*$/u
// A4 is paper, M25 a road and MI6 a service: joined, a letter and a digit or two prove nothing, nor do two letters and a digit.
const weakDesignator = /^\p{L}-\d\d?$|^\p{L}{2}-\d$/u

/** F15 needs a cue; "5 F15s" are things, two digits given. */
function addJoinedWeak(trie: NameTrie<ListedName>, joined: string, value: ListedName): void {
  const doubtful = { ...value, trust: 'cue' as const }
  trie.add(joined, doubtful, 'strict')
  trie.add(`${joined}s`, /\d\d/.test(joined) ? value : doubtful, 'strict')
}

function addPerson(trie: NameTrie<ListedName>, row: ListRow): void {
  const entry = { list: 'people' as const, id: cell(row, 'id'), name: cell(row, 'name') }
  for (const name of [entry.name, ...namesIn(row.get('variants'))]) {
    trie.add(name, { ...entry, trust: 'plain' })
  }
  for (const name of namesIn(row.get('alone'))) trie.add(name, { ...entry, trust: 'alone' })
}

function titleTrie(rows: readonly ListRow[]): NameTrie<'title' | 'role'> {
  const trie = createNameTrie<'title' | 'role'>()
  for (const row of rows)
    trie.add(cell(row, 'title'), cell(row, 'kind') === 'title' ? 'title' : 'role')
  return trie
}

/** The form in which names and domains of outlets compare. */
export function outletKey(name: string): string {
  return foldLetters(name).replace(/['’]/g, '')
}

function outletNames(row: ListRow): string[] {
  return [cell(row, 'name'), ...namesIn(row.get('aliases')), ...namesIn(row.get('needs_cue'))]
}

function outletsBy(
  rows: readonly ListRow[],
  keysOf: (row: ListRow) => readonly string[],
): Map<string, ListedOutlet> {
  const outlets = new Map<string, ListedOutlet>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const folded = outletKey(key)
      if (!outlets.has(folded))
        outlets.set(folded, { id: cell(row, 'id'), name: cell(row, 'name') })
    }
  }
  return outlets
}
