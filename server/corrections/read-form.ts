import { randomBytes } from 'node:crypto'
import type { Request } from 'express'
import { facetNames, type FacetName } from '../../engine/article.ts'
import {
  BadCorrection,
  longestName,
  placesOfSpelling,
  readCorrection,
  type Correction,
} from '../../indexer/pipeline.ts'
import { BadRequest, NotFound } from '../error-pages.ts'
import { optionalField, readField } from '../forms.ts'
import type { Site } from '../site.ts'
import {
  findTarget,
  isCalled,
  namedSo,
  nameOfTarget,
  newTarget,
  type Found,
  type Target,
} from './find-target.ts'

/** What a form asks for: a correction, or a choice that its reader has yet to make. */
export type Asked =
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'choice'; readonly choice: OpenChoice }

/** What is open: whom a name stands for, or whether it is meant that there are two of a name. */
export interface OpenChoice {
  readonly action: Action
  readonly facet: FacetName
  /** The value that is corrected; '' where one is added. */
  readonly value: string
  readonly surface: string
  readonly isForArticle: boolean
  readonly name: string
  readonly found:
    | Exclude<Found, { kind: 'one' }>
    | { readonly kind: 'itself' }
    | { readonly kind: 'taken'; readonly targets: readonly Target[] }
}

/** Of a note that a form takes, in UTF-16 units. */
const longestNote = 500

const actions = ['reject', 'merge', 'split', 'part', 'rename', 'add'] as const
export type Action = (typeof actions)[number]

/** The fields of a sent form. */
interface Form {
  readonly action: Action
  readonly facet: FacetName
  readonly value: string
  /** The article that it was sent from; '' for none. */
  readonly article: string
  readonly isForArticle: boolean
  readonly name: string
  readonly surface: string
  /** The value that was chosen among several; '' for none. */
  readonly into: string
  readonly makeNew: boolean
  /** Why, in the reader's words; '' for none. */
  readonly note: string
}

/** Reads what a reader asks to be corrected. Throws BadRequest and NotFound with what to do instead. */
export function readAsked(site: Site, request: Request): Asked {
  const form = readForm(request)
  if (form.article !== '' && !site.archive.get(form.article))
    throw new NotFound('The archive has no such article any more.')
  const target = isTaken(site, form) ?? targetOf(site, form)
  return target && target.kind !== 'one'
    ? { kind: 'choice', choice: { ...form, found: target } }
    : { kind: 'correction', correction: toCorrection(form, target?.target) }
}

/** Takes a correction back. */
export function undoOf(id: string): Correction {
  return checked({ do: 'undo', of: id })
}

function readForm(request: Request): Form {
  const action = actions.find((each) => each === optionalField(request, 'do'))
  const facet = facetNames.find((each) => each === optionalField(request, 'facet'))
  if (!action || !facet)
    throw new BadRequest(
      'The form does not say what to correct. Go back, reload the page and try again.',
    )
  const article = short(request, 'article')
  return {
    ...{ action, facet, article },
    value: action === 'add' ? '' : readField(request, 'value', longestName),
    isForArticle: article !== '' && optionalField(request, 'where') === 'here',
    name: short(request, 'name'),
    surface: short(request, 'surface'),
    into: short(request, 'into'),
    makeNew: optionalField(request, 'new') === 'yes',
    note: optionalField(request, 'note').trim().slice(0, longestNote),
  }
}

function short(request: Request, field: string): string {
  return optionalField(request, field).trim() === '' ? '' : readField(request, field, longestName)
}

/** Others that have the new name of a value, until its reader says that they are not the same. */
function isTaken({ archive }: Site, { action, facet, value, name, makeNew }: Form) {
  if (action !== 'rename' || makeNew) return undefined
  const targets = namedSo(archive, facet, name, value)
  return targets.length === 0 ? undefined : { kind: 'taken' as const, targets }
}

/** The value that mentions are given to; undefined where none are. */
function targetOf(site: Site, form: Form): Found | { readonly kind: 'itself' } | undefined {
  const { action, facet, into } = form
  if (action === 'reject' || action === 'rename') return undefined
  if (into !== '')
    return { kind: 'one', target: { id: into, name: nameOfTarget(site.archive, facet, into) } }
  const name = nameFor(site, form)
  const own = action === 'merge' ? form.value : ''
  const asNew: Found = { kind: 'one', target: newTarget(site.archive, facet, name, own) }
  // A spelling that is set apart without a name is a value by itself.
  const isOwnName = action === 'split' && form.name === ''
  return isOwnName ? asNew : findOrMake(site, form, name, asNew)
}

function findOrMake({ archive }: Site, form: Form, name: string, asNew: Found) {
  const found = findTarget(archive, form.facet, name, form.value)
  if (found.kind === 'one') return found
  if (found.kind === 'none' && isItself(archive, form)) return { kind: 'itself' as const }
  // A slip of the pen would make a new value of one that was to be joined.
  const isSure = form.makeNew || (found.kind === 'none' && form.action !== 'merge')
  return isSure ? asNew : found
}

function isItself(
  archive: Site['archive'],
  { action, facet, value, name, makeNew }: Form,
): boolean {
  return action === 'merge' && !makeNew && isCalled(archive, facet, value, name)
}

/** The name that decides the target. Throws BadRequest where it is missing, or the text has not what it is said to have. */
function nameFor({ archive }: Site, { action, facet, name, surface, article }: Form): string {
  if (action === 'merge') return required(name, 'Write the name of the other value.')
  const spelling = required(surface, 'Write the words of the text that stand for the value.')
  // Who published an article may be known from elsewhere.
  const isInText = action === 'add' && facet !== 'outlet' && article !== ''
  const stored = isInText ? archive.get(article) : undefined
  if (stored && placesOfSpelling(stored, spelling).length === 0)
    throw new BadRequest(
      `This article does not have “${spelling}” as whole words, capitals and accents as written here. Go back and copy the words from its text.`,
    )
  return name === '' ? spelling : name
}

function required(text: string, message: string): string {
  if (text === '') throw new BadRequest(`${message} Go back and fill it in.`)
  return text
}

function toCorrection(form: Form, target: Target | undefined): Correction {
  const { action, facet, value, name, surface, note } = form
  const about = { note, facet, value, article: form.isForArticle ? form.article : undefined }
  switch (action) {
    case 'reject':
      return checked({ ...about, do: 'reject' })
    case 'rename':
      return checked({
        note,
        do: 'rename',
        facet,
        value,
        name: required(name, 'Write the new name.'),
      })
    case 'merge':
      return checked({ ...about, do: 'merge', ...another(target, value) })
    case 'split':
      return checked({ ...about, do: 'split', surface, ...another(target, value) })
    case 'part':
      return checked({ note, do: 'split', facet, value, ...another(target, value), name })
    case 'add':
      return checked({ ...about, do: 'add', value: target?.id, name: target?.name, surface })
  }
}

function another(target: Target | undefined, value: string) {
  if (target?.id === value)
    throw new BadRequest(
      `“${target.name}” is the value itself. Write the name of another one; to call it otherwise, choose “Is called … everywhere”.`,
    )
  return { into: target?.id, name: target?.name }
}

/** Reads the correction as the file will be read, so that no line is written that cannot be. */
function checked(says: Readonly<Record<string, string | undefined>>): Correction {
  const [id, at] = [randomBytes(6).toString('hex'), new Date().toISOString()]
  try {
    return readCorrection(JSON.stringify({ ...says, id, at }))
  } catch (error) {
    if (!(error instanceof BadCorrection)) throw error
    throw new BadRequest(`This cannot be corrected so: ${error.message}.`, { cause: error })
  }
}
