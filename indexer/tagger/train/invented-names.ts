import { blended, readNames, type KnownNames } from './known-names.ts'

/** A name for a slot of a template: invented, or drawn from the lists. Throws for a slot that does not exist. */
export type Inventor = (slot: string) => string

/** Draws from the lists, or cuts two listed words and joins the head of one to the tail of the other. */
export function inventor(random: () => number): Inventor {
  const names = readNames()
  const draw: Draw = {
    names,
    pick: (from) => pickFrom(from, random),
    blend: (from) => blended(pickFrom(from, random), pickFrom(from, random), random),
    chance: (share) => random() < share,
  }
  const slots = slotsOf(draw)
  return (slot) => {
    const make = slots.get(slot)
    if (!make) throw new Error(`seeds/tagger/templates.txt: {${slot}1} is no slot.`)
    return make()
  }
}

interface Draw {
  readonly names: KnownNames
  readonly pick: (from: readonly string[]) => string
  readonly blend: (from: readonly string[]) => string
  readonly chance: (share: number) => boolean
}

function pickFrom(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? ''
}

function slotsOf(draw: Draw): Map<string, () => string> {
  const { names, pick } = draw
  return new Map([
    ['PER', () => person(draw)],
    ['LOC', () => town(draw)],
    ['COUNTRY', () => pick(names.countries)],
    ['STATE', () => pick(names.states)],
    ['ORG', () => organisation(draw)],
    ['CO', () => company(draw)],
    ['FIRM', () => firm(draw)],
    ['OUT', () => pick(names.outlets)],
    ['THING', () => thing(draw)],
    ['DEM', () => pick(names.demonyms)],
    ['TITLE', () => pick(names.titles)],
    ['ROLE', () => pick(names.roles)],
    ['FACILITY', () => `${namesake(draw)} ${pick(facilities)}`],
    ['SCHOOL', () => `${namesake(draw)} ${pick(schools)}`],
    ['LAW', () => law(draw)],
    ['SHOW', () => show(draw)],
    ['LANGUAGE', () => (draw.chance(0.5) ? pick(languages) : pick(names.demonyms))],
    ['SITE', () => pick(sites)],
    ['DAY', () => pick(days)],
    ['MONTH', () => pick(months)],
  ])
}

function person(draw: Draw): string {
  const { names, pick, chance } = draw
  if (chance(0.1)) return pick(names.people)
  const first = given(draw)
  if (chance(0.06))
    return `${pick(names.surnamesFirst)} ${first}-${first.slice(0, 4).toLowerCase()}`
  if (chance(0.06)) return `Abu ${first} al-${surname(draw)}`
  if (chance(0.08)) return `${first} al-${surname(draw)}`
  const middle = chance(0.2) ? ` ${chance(0.6) ? pick(initials) : given(draw)}` : ''
  const last = chance(0.05) ? `${surname(draw)}-${surname(draw)}` : surname(draw)
  return `${first}${middle} ${last}`
}

function given({ names, pick, blend, chance }: Draw): string {
  return chance(0.5) ? pick(names.given) : blend(names.given)
}

function surname({ names, pick, blend, chance }: Draw): string {
  return chance(0.3) ? pick(names.surnames) : blend(names.surnames)
}

function town({ names, pick, blend, chance }: Draw): string {
  if (chance(0.35)) return pick(names.places)
  const name = blend(names.placeWords)
  if (chance(0.15)) return `${pick(beforeTown)} ${name}`
  return chance(0.1) ? `${name} ${pick(afterTown)}` : name
}

function organisation(draw: Draw): string {
  const { names, pick, chance } = draw
  if (chance(0.2)) return pick(names.others)
  if (chance(0.2)) return capitals(draw)
  const body = pick(bodies)
  if (chance(0.25)) return `${body} of ${pick(names.countries)}`
  if (chance(0.25)) return `${pick(causes)} ${body}`
  if (chance(0.3)) return `${pick(names.demonyms)} ${body} for ${pick(causes)}`
  return `${chance(0.5) ? town(draw) : surname(draw)} ${body}`
}

function company(draw: Draw): string {
  const name = draw.chance(0.7) ? surname(draw) : capitals(draw)
  return draw.chance(0.8) ? `${name} ${draw.pick(companyEnds)}` : name
}

// Companies that bear the names of people, clubs those of towns, without a word that says what they are.
function firm(draw: Draw): string {
  const second = draw.chance(0.5) ? surname(draw) : draw.blend(draw.names.placeWords)
  const first = draw.chance(0.7) ? surname(draw) : town(draw)
  return draw.chance(0.2) ? `${first} ${surname(draw)} ${second}` : `${first} ${second}`
}

function thing(draw: Draw): string {
  const { names, pick, chance } = draw
  if (chance(0.4)) return pick(names.weapons)
  if (chance(0.4)) return `${pick(ships)} ${surname(draw)}`
  return `${capitals(draw).slice(0, 2)}-${pick(numbers)}`
}

// Many a thing bears the whole name of somebody.
function namesake(draw: Draw): string {
  if (draw.chance(0.3)) return person(draw)
  return draw.chance(0.5) ? surname(draw) : town(draw)
}

function law(draw: Draw): string {
  if (draw.chance(0.3)) return `Operation ${draw.pick(draw.names.placeWords)}`
  return `${surname(draw)} ${draw.pick(laws)}`
}

function show(draw: Draw): string {
  const first = draw.pick(showWords)
  return draw.chance(0.5)
    ? `${first} ${given(draw)}`
    : `The ${surname(draw)} ${draw.pick(showEnds)}`
}

function capitals({ pick }: Draw): string {
  return pick(letters) + pick(letters) + pick(letters)
}

const letters = Array.from('ABCDEFGHIKLMNOPRSTUVY')
const numbers = ['2', '5', '12', '21', '35', '55', '80', '117', '220', '300', '400']
const initials = letters.map((letter) => `${letter}.`)
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December']
const sites = ['plant', 'refinery', 'shipyard', 'base', 'airfield', 'crossing', 'reactor', 'camp']
const beforeTown = [
  'Deir',
  'Tel',
  'Port',
  'Khan',
  'New',
  'North',
  'South',
  'al',
  'Al',
  'Wadi',
  'San',
  'Santa',
  'Saint',
  'St.',
  'El',
  'Los',
  'Las',
  'Fort',
  'Mount',
]
const afterTown = ['Province', 'Valley', 'Island', 'Heights', 'River', 'Bay', 'County', 'City']
const ships = ['USS', 'HMS', 'INS', 'MV', 'RFS']
const companyEnds = [
  'Inc.',
  'Corp.',
  'Group',
  'Systems',
  'Aerospace',
  'Industries',
  'Dynamics',
  'Holdings',
]
const facilities = [
  'Air Base',
  'Airport',
  'Tower',
  'Square',
  'Bridge',
  'Barracks',
  'Hotel',
  'Field',
]
const schools = ['High School', 'Elementary School', 'University', 'College', 'Hospital', 'Library']
const laws = ['Act', 'Treaty', 'Report', 'Amendment', 'Doctrine', 'Plan', 'Protocol', 'Accords']
const showWords = [
  'Everybody Loves',
  'Saving',
  'Finding',
  'Being',
  'Chasing',
  'Saturday Night With',
]
const showEnds = ['Show', 'Files', 'Identity', 'Diaries', 'Hour', 'Redemption']
const languages = ['Mandarin', 'Farsi', 'Arabic', 'Pashto', 'Urdu', 'Hebrew', 'Latin', 'Cantonese']
const bodies = [
  'Institute',
  'Council',
  'Party',
  'Front',
  'Brigade',
  'University',
  'Foundation',
  'Movement',
  'Authority',
  'Committee',
  'Union',
  'Observatory',
  'Agency',
  'Center',
  'Forces',
  'Guard',
]
const causes = [
  'Human Rights',
  'Strategic Studies',
  'Peace',
  'Islamic',
  'Democratic',
  'National Security',
  'Defense',
  'Public Policy',
  'Workers',
  'Liberation',
  'Foreign Relations',
  'Atomic Energy',
]
