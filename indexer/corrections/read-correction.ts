import { createHash } from 'node:crypto'
import { facetNames, noValue, type FacetName } from '../../engine/article.ts'
import { slug } from '../extract/names.ts'
import { checkLine } from './check-line.ts'
import { BadCorrection } from './bad-correction.ts'
import { kinds, type Correction, type Split } from './correction.ts'

/** A line that is longer was not written as a correction. */
const longestLine = 5_000

/** Of a name, a spelling or an id, in UTF-16 units. */
export const longestName = 200
const longestNote = 2_000

type Fields = Readonly<Record<string, unknown>>

/** Reads one line, a JSON object. Throws BadCorrection. */
export function readCorrection(line: string): Correction {
  if (line.length > longestLine)
    throw new BadCorrection(`is ${line.length} characters long; the limit is ${longestLine}`)
  const correction = restoreCorrection(line)
  checkLine(parse(line), correction)
  return correction
}

/** Reads what was read as a correction once, by whatever rules held then: an archive stays as it was resolved. Throws BadCorrection. */
export function restoreCorrection(line: string): Correction {
  const fields = parse(line)
  const stated = { id: idOf(fields, line), at: text(fields, 'at'), note: text(fields, 'note') }
  const kind = kinds.find((each) => each === fields['do'])
  if (kind === undefined)
    throw new BadCorrection(`"do" must be one of ${kinds.join(', ')}, not ${shown(fields['do'])}`)
  if (kind === 'undo') return { ...stated, do: kind, of: required(fields, 'of') }
  return readOfValue(kind, fields, { ...stated, facet: facetOf(fields) })
}

type Stated = Readonly<Record<'id' | 'at' | 'note', string>> & { readonly facet: FacetName }

function readOfValue(
  kind: Exclude<(typeof kinds)[number], 'undo'>,
  fields: Fields,
  stated: Stated,
): Correction {
  if (kind === 'add') return readAdd(fields, stated)
  const value = entityId(fields, 'value')
  const article = articleOf(fields)
  if (kind === 'reject') return { ...stated, do: kind, value, article }
  if (kind === 'rename') {
    if (article !== undefined)
      throw new BadCorrection('a value is renamed everywhere: leave "article" out')
    return { ...stated, do: kind, value, name: required(fields, 'name') }
  }
  return kind === 'merge'
    ? { ...stated, do: kind, value, article, ...readTarget(fields, value) }
    : readSplit(fields, { ...stated, do: kind, value, article, ...readTarget(fields, value) })
}

function readTarget(fields: Fields, value: string) {
  const into = entityId(fields, 'into')
  if (into === value) throw new BadCorrection('"into" must be another value than "value"')
  return { into, name: text(fields, 'name') }
}

function readSplit(fields: Fields, split: Omit<Split, 'surface'>): Split {
  const surface = text(fields, 'surface')
  if (surface === '' && split.article !== undefined)
    throw new BadCorrection('in one article only a spelling can be split off: add "surface"')
  return { ...split, surface }
}

function readAdd(fields: Fields, stated: Stated): Correction {
  const name = required(fields, 'name')
  const value = fields['value'] === undefined ? slug(name) : entityId(fields, 'value')
  const surface = fields['surface'] === undefined ? name : required(fields, 'surface')
  return { ...stated, do: 'add', value, name, surface, article: articleOf(fields) }
}

function parse(line: string): Fields {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    throw new BadCorrection('is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new BadCorrection('is not a JSON object')
  return { ...parsed }
}

/** A line written by hand has no id: the same line then always has the same one. */
function idOf(fields: Fields, line: string): string {
  const id = text(fields, 'id')
  return id === '' ? createHash('sha256').update(line.trim()).digest('hex').slice(0, 12) : id
}

function facetOf(fields: Fields): FacetName {
  const facet = facetNames.find((name) => name === fields['facet'])
  if (facet === undefined)
    throw new BadCorrection(
      `"facet" must be one of ${facetNames.join(', ')}, not ${shown(fields['facet'])}`,
    )
  return facet
}

function entityId(fields: Fields, field: string): string {
  const id = required(fields, field)
  if (id === noValue || id !== slug(id))
    throw new BadCorrection(
      `"${field}" must be the id of a value, such as hossein-dehghan, not ${shown(id)}`,
    )
  return id
}

function articleOf(fields: Fields): string | undefined {
  if (fields['article'] === undefined) return undefined
  const id = required(fields, 'article')
  if (!/^[a-z0-9]+$/.test(id))
    throw new BadCorrection(
      `"article" must be the id of an article, as in the address of its page, not ${shown(id)}`,
    )
  return id
}

function required(fields: Fields, field: string): string {
  const value = text(fields, field)
  if (value === '') throw new BadCorrection(`"${field}" is missing`)
  return value
}

/** '' where the field is missing. */
function text(fields: Fields, field: string): string {
  const value = fields[field]
  if (value === undefined) return ''
  if (typeof value !== 'string') throw new BadCorrection(`"${field}" must be text`)
  const longest = field === 'note' ? longestNote : longestName
  if (value.length > longest)
    throw new BadCorrection(`"${field}" is longer than ${longest} characters`)
  // A name on two lines would be another one than that of the text.
  return value.trim().replace(/[\s\p{Cc}]+/gu, ' ')
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 80)
}
