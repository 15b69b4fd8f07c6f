import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function placesIn(text: string, title = '') {
  return extractFacets({ title, outlet: '', url: '', text }, lists).facets.places
}

const namesIn = (text: string) =>
  placesIn(text)
    .map(({ name }) => name)
    .sort()

describe('places of one name', () => {
  it.each<readonly [which: string, text: string, id: string]>([
    ['is the larger one alone', 'They met in Tripoli.', 'tripoli'],
    ['lies in the country after it', 'They met in Tripoli, Lebanon.', 'tripoli-lebanon'],
    ['lies near the others', 'From Beirut, Lebanon, they went to Tripoli.', 'tripoli-lebanon'],
    ['lies near the others, before it', 'In Libya, Benghazi and Tripoli fell.', 'tripoli'],
    ['is the larger one far from both', 'Arms for Turkey left Benghazi and Tripoli.', 'tripoli'],
    ['lies in the state after it', 'They met in Birmingham, Alabama.', 'birmingham-alabama'],
    [
      'lies in the shortened state',
      'They met in Birmingham, Ala., on Monday.',
      'birmingham-alabama',
    ],
    ['is a state after its town', 'He lives in Spokane, Washington.', 'washington-state'],
    ['is a state among states', 'Oregon, Washington and Idaho sued.', 'washington-state'],
    ['is the capital in most news', 'Seattle heard what Washington denied.', 'washington-dc'],
    ['is the capital before the country', 'They met in Washington, U.S., late.', 'washington-dc'],
    [
      'is the capital beside a city',
      'After attacks on New York and Washington he left.',
      'washington-dc',
    ],
    ['is the city of its parts', 'He lives in New York, not far from Brooklyn.', 'new-york-city'],
    ['is the state of its towns', 'He left Buffalo, New York.', 'new-york'],
    ['is the state by itself', 'Voters in New York and Texas waited.', 'new-york'],
    ['is the sea near Iran', 'Iran seized a tanker in the Gulf.', 'persian-gulf'],
    ['is the sea near Florida', 'Oil rigs in the Gulf stood still in Florida.', 'gulf-of-mexico'],
    ['is a country beside its neighbours', 'Georgia and Armenia met.', 'georgia'],
    ['is a state after its town', 'They met in Atlanta, Georgia.', 'georgia-us-state'],
    [
      'is a country that the United States sell to',
      'The United States sold missiles to Georgia, Mr. Gelashvili said.',
      'georgia',
    ],
    ['is a country of its people', 'Georgia denied it. Georgian troops had left.', 'georgia'],
    ['is a country beside a foreign people', 'The Russians drove on into Georgia.', 'georgia'],
    ['is a country of its towns', 'They left Gori in Georgia for Poti.', 'georgia'],
    ['is a state in what tells nothing', 'A court in Georgia let him go.', 'georgia-us-state'],
    [
      'is a state beside other states',
      'Voters in Georgia, Ohio and Texas heard of Russian ads.',
      'georgia-us-state',
    ],
    ['is a state before its senator', 'Georgia Sen. Jane Doe left Iran.', 'georgia-us-state'],
    ['is a state before its governor', 'Washington Gov. Jane Doe agreed.', 'washington-state'],
    [
      'is the larger country',
      'The army of Congo met rebels near Goma.',
      'democratic-republic-of-the-congo',
    ],
    ['is the country of its capital', 'Brazzaville lies in Congo, he said.', 'congo'],
    ['is the sea of warships', 'A destroyer left Norfolk for the Gulf.', 'persian-gulf'],
  ])('%s: %s', (_, text, id) => {
    expect(placesIn(text).map((place) => place.id)).toContain(id)
  })
})

it('leaves a short name of two seas where nothing tells which is meant', () => {
  expect(namesIn('Anglers in Norfolk talked of fishing in the Gulf.')).toEqual(['Norfolk'])
})

describe('a doubtful name counts', () => {
  it.each([
    ['before what it is', 'Gori, a small city in Georgia, fell to the Russians.', 'Gori'],
    ['behind a verb of war', 'The rebels shelled Split again.', 'Split'],
    ['behind a party', 'Jane Doe (D-Calif.) agreed.', 'California'],
  ])('%s', (_, text, name) => {
    expect(namesIn(text)).toContain(name)
  })
})

describe('a town whose name proves nothing', () => {
  it('counts before its state, which counts too', () => {
    expect(namesIn('Workers in Warren, Michigan, heard it.')).toEqual(['Michigan', 'Warren'])
  })

  it('counts before the shortened state', () => {
    expect(namesIn('Workers from Sterling Heights, Mich., heard it.')).toEqual([
      'Michigan',
      'Sterling Heights',
    ])
  })

  it('is marked without its state', () => {
    const text = 'Workers in Warren, Michigan, heard it.'
    const town = placesIn(text).find(({ name }) => name === 'Warren')
    expect(town?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['Warren'])
  })

  it('counts alone too, once it has stood before its state', () => {
    const text =
      'Workers in Warren, Mich., heard it. The plant in Warren closed, and so did Warren Steel.'
    const town = placesIn(text).find(({ name }) => name === 'Warren')
    expect(town?.evidence.map(({ start }) => start)).toEqual([11, 49])
  })

  it('takes its name from a larger one for the article', () => {
    const text =
      'Police in Birmingham, Mich., closed a road. He left Birmingham, and never saw Birmingham, England.'
    expect(placesIn(text).map(({ id, evidence }) => [id, evidence.length])).toEqual([
      ['birmingham-michigan', 2],
      ['michigan', 1],
      ['birmingham', 1],
      ['england', 1],
    ])
  })

  it('is nothing alone', () => {
    expect(namesIn('Nobody believed Warren.')).toEqual([])
  })

  it('is not the end of a longer listed name', () => {
    expect(namesIn('Soldiers left Fort Leavenworth, Kan., and New York, U.S., behind.')).toEqual([
      'Fort Leavenworth',
      'Kansas',
      'New York',
      'United States',
    ])
  })

  it('is nothing before another state', () => {
    expect(namesIn('He saw Warren, Alabama and Texas.')).toEqual(['Alabama', 'Texas'])
  })
})

describe('a doubtful name', () => {
  it('counts after a preposition', () => {
    expect(namesIn('A ship left for repairs in Split.')).toEqual(['Split'])
  })

  it('is nothing without one', () => {
    expect(namesIn('The band said Split was late.')).toEqual([])
  })

  it('counts again once it has been located', () => {
    const [split] = placesIn('A ship docked in Split. Crews from the town called Split lucky.')
    expect(split?.evidence.length).toBe(2)
  })

  it('counts no more where a sentence may give it its capital', () => {
    const [split] = placesIn('A ship docked in Split. Split decisions followed.')
    expect(split?.evidence.length).toBe(1)
  })
})

describe('a doubtful name counts', () => {
  it.each([
    ['before a word for what it is', 'Floods hit the Split region.'],
    ['after a word for what it is', 'Floods hit the town of Split.'],
    ['between listed places', 'He named Zagreb, Split, Vukovar and Dubrovnik.'],
    ['before its country', 'SPLIT, Croatia (AP) - Floods hit it.'],
  ])('%s: %s', (_, text) => {
    expect(namesIn(text)).toContain('Split')
  })
})

describe('a place inside another name', () => {
  it.each([
    ['a university', 'He studied at Moscow State University.'],
    ['a school', 'They remember Sandy Hook Elementary School.'],
    ['a short name in brackets', 'The National Archives (NARA) lost it.'],
  ])('is none: %s', (_, text) => {
    expect(namesIn(text)).toEqual([])
  })

  it('is one beside a short name', () => {
    expect(namesIn('The United Arab Emirates (UAE) denied it.')).toEqual(['United Arab Emirates'])
  })
})

it('is none at a university named for two', () => {
  expect(namesIn('She left the University of Texas at Austin.')).toEqual([])
})

describe('why a place is there', () => {
  it.each([
    ['They met in Novosibirsk.', 'list of places'],
    ['A ship docked in Split.', 'list of places, "in" before it'],
    ['Workers in Warren, Michigan, heard it.', 'list of places, its region after it'],
  ])('%s', (text, rule) => {
    expect(placesIn(text)[0]?.rule).toBe(rule)
  })
})

describe('the list of places', () => {
  it.each([
    ['Idleb', 'Idlib'],
    ['Dayr az-Zawr', 'Deir ez-Zor'],
    ['Arbil', 'Erbil'],
    ['Kiev', 'Kyiv'],
    ['Kharkov', 'Kharkiv'],
    ['Burma', 'Myanmar'],
    ['Constantinople', 'Istanbul'],
    ['Ayn al-Arab', 'Kobani'],
    ['Fort Liberty', 'Fort Bragg'],
  ])('knows %s as %s', (other, name) => {
    expect(namesIn(`They went to ${other} again.`)).toEqual([name])
  })

  it('knows where towns are', () => {
    const kyiv = lists.places.coordinates.get('kyiv')
    expect(kyiv?.latitude).toBeCloseTo(50.45, 1)
    expect(kyiv?.longitude).toBeCloseTo(30.52, 1)
  })
})
