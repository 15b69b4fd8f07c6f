import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function facetsOf(text: string) {
  return extractFacets({ title: '', outlet: '', url: '', text }, lists).facets
}

const shipsIn = (text: string) =>
  facetsOf(text)
    .weapons.map(({ name }) => name)
    .sort()

describe('ships', () => {
  it.each<[what: string, text: string, names: string[]]>([
    ['a prefix', 'HMS Montrose and RFA Wave Knight left.', ['HMS Montrose', 'RFA Wave Knight']],
    ['a prefix with dots', 'The U.S.S. Wisconsin is a museum.', ['USS Wisconsin']],
    ['capitals', 'ABOARD USS FORT WORTH IN THE JAVA SEA', ['USS Fort Worth']],
    ['a short form of a listed name', 'The USS McCain collided.', ['USS John S. McCain']],
    ['one prefix for two', 'USS Porter and Ross fired.', ['USS Porter', 'USS Ross']],
    ['a kind of ship before', 'The destroyer Cole was attacked.', ['USS Cole']],
    ['a listed carrier', 'They flew to the carrier Carl Vinson.', ['USS Carl Vinson']],
    ['a kind of ship after', 'The Kursk submarine sank.', ['Kursk']],
    ['a description', 'The Moskva, a missile cruiser, sank.', ['Moskva']],
    ['a rank that is its name', 'The Russian destroyer Admiral Tributs left.', ['Admiral Tributs']],
    ['no list', 'The Russian minesweeper Turbinist left.', ['Turbinist']],
    ['its class', 'A Kilo-class submarine surfaced.', ['Kilo-class']],
    ['a class that no list has', 'A Zubrov-class frigate sailed.', ['Zubrov-class']],
    ['a foreign prefix', 'The frigate TCG Zebra left.', ['TCG Zebra']],
    [
      'a word for several',
      'The destroyers Carney, Gravely and Mason fired.',
      ['USS Carney', 'USS Gravely', 'USS Mason'],
    ],
    ['a name of two words', 'The cruiser Philippine Sea fired.', ['USS Philippine Sea']],
    [
      'names of men behind their class',
      'Cairo bought two Mistral-class ships, Gamal Abdel Nasser and Anwar el-Sadat.',
      ['ENS Anwar El Sadat', 'ENS Gamal Abdel Nasser', 'Mistral-class'],
    ],
    [
      'an article and talk of warships',
      'The Eisenhower left the Red Sea with two destroyers.',
      ['USS Dwight D. Eisenhower'],
    ],
    ['an article before a town', 'The Kursk sank. No submarine was near.', ['Kursk']],
    [
      'an article after a ship',
      'The frigate Jamaran left. The Sahand followed.',
      ['Jamaran', 'Sahand'],
    ],
  ])('are known by %s', (_, text, names) => {
    expect(shipsIn(text)).toEqual(names)
  })

  it.each<[what: string, text: string]>([
    ['a president', 'Gerald R. Ford became president.'],
    ['a congressman', 'Carl Vinson was a congressman from Georgia.'],
    ['a town', 'Drones hit Kursk on Monday.'],
    ['an office of a man', 'The Eisenhower administration paid for the navy.'],
    ['a sea', 'Navies met in the Philippine Sea.'],
    ['an immigration service', 'INS agents arrested them.'],
    ['a mail carrier', 'The mail carrier Anna Smith left.'],
    ['an airline', 'The carrier America flew to Rome.'],
    ['a car', 'He drove a Corvette Stingray to the navy base.'],
    ['a breaker of machines', 'The machine destroyer Ned Ludd is a myth.'],
    ['a class of pupils', 'The Delta class meets on Monday.'],
  ])('are not %s', (_, text) => {
    expect(shipsIn(text)).toEqual([])
  })

  it('are named again by their last word, but not where it is the man', () => {
    const text =
      'The USS Carl Vinson sailed. The Vinson turned north. The Vinson years in Congress are past.'
    const [ship] = facetsOf(text).weapons
    expect(ship?.evidence.map(({ start }) => start)).toEqual([4, 32])
  })

  it('leave their man nowhere in the article', () => {
    const text =
      'The Russian frigate Admiral Gorshkov left; the Admiral Gorshkov fired. The Gorshkov is back.'
    const { people, weapons } = facetsOf(text)
    expect(people).toEqual([])
    expect(weapons.map(({ evidence }) => evidence.length)).toEqual([3])
  })

  it('stand below their class, or else below warships', () => {
    const broader = (text: string) => facetsOf(text).weapons[0]?.broader.map(({ name }) => name)
    expect(broader('The USS Carl Vinson sailed.')).toEqual(['Nimitz-class', 'Warship'])
    expect(broader('The USS Zebra sailed.')).toEqual(['Warship'])
    expect(broader('A Zubrov-class frigate sailed.')).toEqual(['Warship class'])
  })

  it('leave neither their man nor their town to the other facets', () => {
    const facets = facetsOf('The USS Abraham Lincoln and the Kursk submarine met.')
    expect([...facets.people, ...facets.places]).toEqual([])
  })
})
