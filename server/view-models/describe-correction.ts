import type { FacetName } from '../../engine/article.ts'
import { listedValue, type Correction } from '../../indexer/pipeline.ts'
import { facets } from '../facets.ts'
import type { NameOf } from '../names.ts'
import { beginSentence } from './counting.ts'

type Undo = Extract<Correction, { do: 'undo' }>

/** What corrections are told with. */
export interface Naming {
  /** What a value is called now. */
  readonly nameOf: NameOf
  /** What articles call it, whatever a correction does; its id where none has it. */
  readonly formerNameOf: NameOf
  /** Where a correction of a single article holds: `in this article`. */
  readonly placeOf: (article: string) => string
}

/** What a correction says, as a sentence without its full stop; `all` are those of the file, for what an undo takes back. */
export function describeCorrection(
  correction: Correction,
  all: readonly Correction[],
  naming: Naming,
): string {
  return beginSentence(sentenceOf(correction, all, naming))
}

function sentenceOf(correction: Correction, all: readonly Correction[], naming: Naming): string {
  if (correction.do === 'undo') return describeUndo(correction, all, naming)
  const says = describeChange(correction, naming)
  return 'article' in correction && correction.article !== undefined
    ? `${naming.placeOf(correction.article)}, ${says}`
    : says
}

function describeUndo({ of }: Undo, all: readonly Correction[], naming: Naming): string {
  const taken = all.find(({ id }) => id === of)
  if (!taken) return `Takes back a correction that is not in the file (${of})`
  return taken.do === 'undo'
    ? `Made again: ${sentenceOf(firstOf(taken, all), all, naming)}`
    : `Taken back: ${sentenceOf(taken, all, naming)}`
}

function describeChange(
  correction: Exclude<Correction, Undo>,
  { nameOf, formerNameOf }: Naming,
): string {
  switch (correction.do) {
    case 'rename':
      return `${quoted(correction.value, correction.facet, formerNameOf)} is now called “${correction.name}”`
    case 'add':
      return `“${correction.surface}” stands for the ${facets[correction.facet].noun} “${correction.name}”`
    case 'reject':
    case 'merge':
    case 'split':
      return describeOfValue(correction, nameOf)
  }
}

function describeOfValue(
  correction: Extract<Correction, { do: 'reject' | 'merge' | 'split' }>,
  nameOf: NameOf,
): string {
  const { facet, value } = correction
  const name = quoted(value, facet, nameOf)
  if (correction.do === 'reject') return `${name} is ${notThis(facet)}`
  const into = `“${correction.name === '' ? nameOf(facet, correction.into) : correction.name}”`
  if (correction.do === 'merge') return `${name} is the same as ${into}`
  return correction.surface === ''
    ? `${into} is not the same as ${name}`
    : `“${correction.surface}” stands for ${into}, not for ${name}`
}

/** What a value is said not to be. */
export function notThis(facet: FacetName): string {
  return {
    people: 'not a person',
    places: 'not a place',
    weapons: 'not a weapon',
    outlet: 'not the outlet',
    cites: 'not a source',
  }[facet]
}

/** A value that no article has any more is called as the lists do, or by its id, which was made of its name. */
function quoted(id: string, facet: FacetName, nameOf: NameOf): string {
  const name = nameOf(facet, id)
  return `“${name === id ? (listedValue(facet, id)?.name ?? fromId(id)) : name}”`
}

function fromId(id: string): string {
  return id
    .replace(/(?<=\p{L}{3})-(?=\p{N})|-(?=\p{L})/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

/** What an undo of an undo restores. */
function firstOf(correction: Correction, all: readonly Correction[]): Correction {
  let first = correction
  const seen = new Set<Correction>()
  while (first.do === 'undo' && !seen.has(first)) {
    seen.add(first)
    const { of } = first
    first = all.find(({ id }) => id === of) ?? first
  }
  return first
}
