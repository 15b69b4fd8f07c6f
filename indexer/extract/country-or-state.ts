import { distance } from './coordinates.ts'
import type { ListedName } from './lists.ts'
import { liesIn, type PlaceContext } from './place-context.ts'

/** Places so near to the middle of a small country are in it or at its border. Kilometres. */
const borderReach = 500

/** One foreign country, or several of its peoples: fewer signs leave the state. */
const enough = 1

const unitedStates = { id: 'united-states' }

/**
 * Whether a name that a country and a state of the United States share, Georgia, means the one or the other, by what else
 * the article names: foreign countries, peoples and its own towns against other states and their towns. The United States
 * themselves and their capital say nothing: they sell to the country. As many signs of both mean the country.
 */
export function countryOrState(
  candidates: readonly ListedName[],
  context: PlaceContext,
): ListedName | undefined {
  const country = candidates.find(({ id }) => context.kinds.get(id) === 'country')
  const state = candidates.find(({ id }) => context.kinds.get(id) === 'state')
  if (!country || !state) return undefined
  const ofCountry = signsOfPeople(country, context) + signsOfPlaces(country, context, foreign)
  const ofState = signsOfPolitics(context) + signsOfPlaces(state, context, domestic)
  return ofCountry >= enough && ofCountry >= ofState ? country : state
}

/** How much a place far from the candidate says for it. */
type Weigh = (id: string, context: PlaceContext) => number

function signsOfPlaces(candidate: ListedName, context: PlaceContext, weigh: Weigh): number {
  let signs = 0
  for (const id of context.unique) {
    const isOwn = id === candidate.id || liesIn({ id }, [candidate], context.broader)
    signs += isOwn || isAtBorder(id, candidate, context) ? own : weigh(id, context)
  }
  for (const id of context.doubtful) signs += liesIn({ id }, [candidate], context.broader) ? 1 : 0
  return signs
}

/** A town of a place, or a neighbour, says as much as four countries or states elsewhere. */
const own = 4

function isAtBorder(id: string, { id: candidate }: ListedName, context: PlaceContext): boolean {
  const [place, middle] = [context.coordinates.get(id), context.coordinates.get(candidate)]
  return place !== undefined && middle !== undefined && distance(place, middle) < borderReach
}

const foreign: Weigh = (id, { kinds }) =>
  kinds.get(id) === 'country' && id !== unitedStates.id ? 1 : 0

const domestic: Weigh = (id, { kinds, broader }) => {
  if (kinds.get(id) === 'state') return 1
  const isTown = kinds.get(id) === 'city' && liesIn({ id }, [unitedStates], broader)
  return isTown ? 0.5 : 0
}

/** Peoples are spoken of in the news of any country: more than so many different ones say no more. */
const mostPeoples = 4

// Georgian surnames, and whoever is spoken of as a neighbour: Saakashvili, Shevardnadze, Russians.
function signsOfPeople({ name }: ListedName, { words, isKind }: PlaceContext): number {
  let signs = 0
  let peoples = 0
  for (const key of words()) {
    if (/.(?:shvili|adze)$/.test(key)) signs += own
    else if (key === `${name.toLowerCase()}n`) signs += 2
    else if (neighbours.test(key)) signs += 1
    else if (isKind(key, 'demonym') && !atHome.test(key)) peoples++
  }
  return signs + Math.min(peoples, mostPeoples) / 4
}

const neighbours = /^(?:nato|soviet|caucasus|russians?|ossetians?|abkhaz|abkhazians?)$/

const atHome = /^(?:african|asian|latin|hispanic|american)s?$/

const politics =
  /^(?:gov|sens?|reps?|governor|gubernatorial|senators?|republicans?|democrats?|democratic|gop|voters|county|statewide|runoff)$/

const signsOfPolitics = ({ words }: PlaceContext): number =>
  [...words()].filter((key) => politics.test(key)).length
