import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function weaponsIn(text: string) {
  return extractFacets({ title: '', outlet: '', url: '', text }, lists).facets.weapons
}

const namesIn = (text: string) =>
  weaponsIn(text)
    .map(({ name }) => name)
    .sort()

/** The text of every mention, in reading order. */
function surfacesIn(text: string): string[] {
  const evidence = weaponsIn(text).flatMap((weapon) => weapon.evidence)
  return evidence.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end))
}

describe('names of weapons', () => {
  it.each<[what: string, text: string, names: string[]]>([
    ['a designator before its nickname', 'They flew the F-35 Lightning II.', ['F-35']],
    ['plurals in a row', 'F-15s, F-16s and F-22s took off.', ['F-15', 'F-16', 'F-22']],
    [
      'joined and spaced ones',
      'An F 16, a MiG29 and five Su30s flew.',
      ['F-16', 'MiG-29', 'Su-30'],
    ],
    ['Cyrillic letters', 'Комплекс С-300 и танк Т-72.', ['S-300', 'T-72']],
    ['a variant of the list', 'Poland bought the F-16C.', ['F-16C']],
    ['a variant that is more than a plural', 'T-90s beside a T-90S.', ['T-90', 'T-90S']],
    ['a name in quotes of the press', 'A Musudan and a KN-08 were shown.', ['KN-08', 'Musudan']],
    ['another transliteration', 'Iran fired a Sajjil missile.', ['Sejjil']],
    ['a rifle by its inventor', 'Men with Kalashnikovs came.', ['Kalashnikov']],
    ['a style of rifle', 'He bought an AR-15-style rifle.', ['AR-15']],
    ['the short name of a bomb', 'The GBU-43/B fell near the cave.', ['MOAB']],
  ])('reads %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it('takes the name without the words that describe it', () => {
    expect(surfacesIn('Two Patriot missiles and the Iron Dome batteries stood ready.')).toEqual([
      'Patriot',
      'Iron Dome',
    ])
  })
})

describe('nicknames', () => {
  it.each<[what: string, text: string, names: string[]]>([
    ['the weapon behind them', 'Two Hornet jets landed.', ['F/A-18']],
    ['adjectives between', 'They sent 48 Raven reconnaissance drones.', ['RQ-11']],
    ['what hyphens join between', 'Taurus air-to-surface missiles hit it.', ['Taurus']],
    ['"including"', 'The army has missiles, including Stingers.', ['Stinger']],
    ['a row', 'Stinger missiles, Javelins and Reapers came.', ['Javelin', 'MQ-9', 'Stinger']],
    ['a weapon nearby', 'Javelins were sent with an S-300.', ['Javelin', 'S-300']],
    ['each other, not with the town', 'Buks and Tors moved to Belgorod.', ['Buk', 'Tor']],
    ['a designator of the article', 'The A-10 took off. A Warthog is slow.', ['A-10']],
    ['somebody who sends them', 'Norway will send 40 more Stingers to Latvia.', ['Stinger']],
    [
      'somebody who asks for them',
      'Latvia asked Oslo for Apaches and Abrams.',
      ['Apache', 'M1 Abrams'],
    ],
    ['their way', 'Javelins and Stingers were flown to Riga.', ['Javelin', 'Stinger']],
    ['their number', 'More Patriots would come, the Pentagon said.', ['Patriot']],
  ])('count with %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it.each<[what: string, text: string]>([
    ['a team', 'The Hornets beat the Raptors by twenty.'],
    ['a people', 'The Apache tribe of Arizona went to court.'],
    ['a speaker', 'Abrams said missiles were no answer.'],
    ['a commander', 'The tank commander Bradley retired.'],
    ['a team with an article', 'Latvia sent the Raptors home.'],
    ['a team in a game', 'Texas wanted Raptors. Fans of the team were glad.'],
    ['tickets', 'Latvia sold Patriots tickets.'],
    ['a tribe', 'The Apaches were driven from Arizona by the army.'],
    ['a feast', 'On Patriots Day a bomb went off.'],
    ['a man', "Sherman's trail led through a missile base."],
    ['a surname behind a weapon name', 'Uzi Landau spoke first.'],
    ['a company', 'Kalashnikov Concern has been fined.'],
    ['a part of another word', 'A ShadowHawk drone took off.'],
    ['a town', 'A man was shot dead in Milan on Friday.'],
  ])('do not count as %s', (_, text) => {
    expect(namesIn(text)).toEqual([])
  })
})

describe('designators that no list has', () => {
  it('are variants of the family that they go on from, and stand below it', () => {
    const [weapon] = weaponsIn('The T-90XK was shown.')
    expect(weapon?.name).toBe('T-90XK')
    expect(weapon?.broader.map(({ id }) => id)).toEqual(['t-90', 'tank'])
    expect(weapon?.rule).toBe('variant of T-90')
  })

  it('count in the whole article once a cue confirms them', () => {
    const [weapon] = weaponsIn('The QX-77 came late. A QX-77 drone crashed.')
    expect(weapon?.evidence).toHaveLength(2)
  })

  it.each<[what: string, text: string]>([
    ['a flight', 'The plane, flight QX302, was shot down.'],
    ['a visa', 'A QX-2 visa and weapons were found.'],
    ['a number plate', 'The armored vehicle has the tag QXR330.'],
    ['a gang', 'Police took guns from MS-13 members.'],
    ['a company', 'QX123 Systems makes batteries.'],
    ['an engine', 'The QX56 engine of the aircraft broke.'],
    ['a secret service', 'MI6 asked for missiles.'],
    ['an air base', 'Two missiles hit the T4 air base.'],
    ['an airliner', 'The Boeing 737 Max-8 aircraft crashed.'],
    ['sheets of paper', 'The B-1 sheet size and A-10 envelopes were sold out.'],
    ['a road', 'The A-10 in Poland stayed open for traffic.'],
    ['a hashtag', 'They wrote #QX77 missiles.'],
  ])('are none of %s', (_, text) => {
    expect(namesIn(text)).toEqual([])
  })
})

describe('the rule of a mention', () => {
  it.each<[text: string, rule: string]>([
    ['The S-400 came.', 'list of weapon systems'],
    ['The SA-21 Growler came.', 'list of weapon systems: another name of S-400'],
    ['Two Hornet jets landed.', 'weapon name beside "jets"'],
    ['A QX-77 drone crashed.', 'designator beside "drone"'],
    ['The USS Zebra sailed.', 'ship prefix'],
  ])('of "%s" is %s', (text, rule) => {
    expect(weaponsIn(text)[0]?.rule).toBe(rule)
  })
})
