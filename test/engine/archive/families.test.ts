import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Entry } from '../../../engine/archive/write.ts'
import { makeSignature } from '../../../indexer/families/make-signature.ts'
import { openTestArchive, record, type TestArchive } from './test-archive.ts'

const opened: TestArchive[] = []

function open(): TestArchive {
  const archive = openTestArchive()
  opened.push(archive)
  return archive
}

afterEach(() => {
  for (const archive of opened.splice(0)) archive.remove()
})

/** A sentence of twelve words that no other number shares. */
function sentence(number: number): string {
  const words = Array.from({ length: 12 }, (_, nth) => `word${number}x${nth}`)
  return `${words.join(' ')}.`
}

/** An article of the sentences with these numbers. */
function article(key: string, ...sentences: readonly (number | readonly number[])[]): Entry {
  const text = sentences.flat().map(sentence).join(' ')
  const entry = record({ given: { source: 'desk', id: key }, title: key, text })
  return { ...entry, signature: makeSignature(entry.article) }
}

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, nth) => first + nth)

/** The titles of the members of each family, by the family's id. */
function familiesIn({ archive }: TestArchive): Record<string, string[]> {
  const families: Record<string, string[]> = {}
  for (let sequence = 1; sequence <= archive.lastSequence(); sequence++) {
    const { family = '', title = '' } = archive.getBySequence(sequence) ?? {}
    if (family !== '') families[family] = [...(families[family] ?? []), title]
  }
  return families
}

const membersIn = (archive: TestArchive) => Object.values(familiesIn(archive))

describe('near-duplicates', () => {
  it('have a family, named by its oldest article; an article alone has none', () => {
    const desk = open()
    const outcomes = desk.archive.commit(desk.lease, [
      article('agency', from(1, 20)),
      article('another', from(50, 70)),
      article('one sentence cut', from(1, 19)),
    ])
    expect(familiesIn(desk)).toEqual({ [outcomes[0]?.id ?? '']: ['agency', 'one sentence cut'] })
  })

  it.each([
    ['cut by half', from(1, 10), true],
    ['cut to a third', from(1, 7), false],
    [
      'with as much again before and after it',
      [...from(90, 99), ...from(1, 20), ...from(30, 39)],
      true,
    ],
    [
      'quoted whole in a survey of three times its length',
      [...from(1, 20), ...from(30, 70)],
      false,
    ],
    [
      'with every tenth sentence another',
      from(1, 20).map((n) => (n % 10 === 0 ? n + 200 : n)),
      true,
    ],
    [
      'with every second sentence another',
      from(1, 20).map((n) => (n % 2 === 0 ? n + 200 : n)),
      false,
    ],
  ])('are copies that are much alike: a text %s', (_, sentences, isCopy) => {
    const desk = open()
    desk.archive.commit(desk.lease, [article('original', from(1, 20)), article('copy', sentences)])
    expect(membersIn(desk)).toEqual(isCopy ? [['original', 'copy']] : [])
  })

  it('are equal texts where they are too short to be compared', () => {
    const desk = open()
    desk.archive.commit(desk.lease, [
      article('short', 1),
      article('the same', 1),
      article('another', 2),
    ])
    expect(membersIn(desk)).toEqual([['short', 'the same']])
  })

  it('are no row of small changes that leads to an unrelated text', () => {
    const desk = open()
    const reports = from(0, 9).map((day) => article(`day ${day}`, from(3 * day, 3 * day + 29)))
    desk.archive.commit(desk.lease, reports)
    const [early = [], late = [], ...others] = membersIn(desk)
    expect([...early, ...late]).toEqual(reports.map((report) => report.article.title))
    expect(early.length).toBeGreaterThanOrEqual(3)
    expect(late.length).toBeGreaterThanOrEqual(3)
    expect(others).toEqual([])
  })

  it('join two families that a newcomer is a copy of both, and tell engines of all that changed', () => {
    const desk = open()
    const outcomes = desk.archive.commit(desk.lease, [
      article('long', from(1, 20)),
      article('longer', from(1, 21)),
      article('end', from(7, 26)),
      article('its copy', from(7, 25)),
    ])
    expect(membersIn(desk)).toEqual([
      ['long', 'longer'],
      ['end', 'its copy'],
    ])
    const before = desk.archive.lastChange()
    desk.commit(article('bridge', from(1, 26)))
    expect(familiesIn(desk)).toEqual({
      [outcomes[0]?.id ?? '']: ['long', 'longer', 'end', 'its copy', 'bridge'],
    })
    const changed = desk.archive.changes(before, 10).map(({ article }) => article?.title)
    expect(changed.sort()).toEqual(['bridge', 'end', 'its copy'])
  })

  it('part when the article that joined them is removed or replaced', () => {
    const desk = open()
    const [, , bridge] = desk.archive.commit(desk.lease, [
      article('start', from(1, 16)),
      article('end', from(7, 22)),
      article('bridge', from(1, 22)),
    ])
    expect(membersIn(desk)).toHaveLength(1)
    desk.commit(article('bridge', from(60, 80)))
    expect(membersIn(desk)).toEqual([])
    desk.commit(article('bridge', from(1, 22)))
    expect(membersIn(desk)).toHaveLength(1)
    const before = desk.archive.lastChange()
    desk.archive.remove(desk.lease, [bridge?.id ?? ''])
    expect(membersIn(desk)).toEqual([])
    expect(desk.archive.changes(before, 10)).toHaveLength(3)
  })

  it('are named by the next article when their oldest is removed', () => {
    const desk = open()
    const [first, second] = desk.archive.commit(
      desk.lease,
      from(1, 3).map((n) => article(`copy ${n}`, from(1, 20))),
    )
    expect(Object.keys(familiesIn(desk))).toEqual([first?.id])
    desk.archive.remove(desk.lease, [first?.id ?? ''])
    expect(familiesIn(desk)).toEqual({ [second?.id ?? '']: ['copy 2', 'copy 3'] })
  })

  it('change nothing in an article that is alone, and none in a family that a copy joins', () => {
    const desk = open()
    desk.archive.commit(desk.lease, [article('a', from(1, 20)), article('b', from(1, 20))])
    const before = desk.archive.lastChange()
    desk.archive.commit(desk.lease, [article('c', from(1, 20)), article('d', from(40, 60))])
    expect(desk.archive.lastChange()).toBe(before + 2)
  })
})

/** An article is stored with some sentences, or removed. */
interface Step {
  readonly key: string
  readonly sentences: readonly number[] | undefined
}

/** Texts that overlap in many ways: stretches of the same forty sentences. */
const stretch = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 24 }))
  .map(([first, length]) => from(first, first + length))

/** Texts of which more share each key than are looked at: all but a sentence or three is boilerplate. */
const templated = fc
  .tuple(fc.integer({ min: 100, max: 140 }), fc.integer({ min: 1, max: 3 }))
  .map(([own, length]) => [...from(own, own + length - 1), ...from(1, 8)])

const stepsWith = (keys: number, sentences: fc.Arbitrary<number[]>, least: number) =>
  fc.array(
    fc.record<Step>({
      key: fc.integer({ min: 1, max: keys }).map(String),
      sentences: fc.option(sentences, { nil: undefined, freq: 4 }),
    }),
    { minLength: least, maxLength: 4 * least },
  )

/** Takes the steps, so many articles in one transaction; returns those that are left, in the order in which they were first stored. */
function take(desk: TestArchive, steps: readonly Step[], perBatch: number): Entry[] {
  const left = new Map<string, Entry>()
  const ids = new Map<string, string>()
  let batch: Entry[] = []
  const store = () => {
    const outcomes = desk.archive.commit(desk.lease, batch)
    for (const [i, { id }] of outcomes.entries()) ids.set(batch[i]?.article.title ?? '', id)
    batch = []
  }
  for (const { key, sentences } of steps) {
    if (sentences) {
      const entry = article(key, sentences)
      left.set(key, entry)
      batch.push(entry)
      if (batch.length >= perBatch) store()
    } else {
      store()
      desk.archive.remove(desk.lease, [ids.get(key) ?? ''])
      left.delete(key)
    }
  }
  store()
  return [...left.values()]
}

/** What families are decided by: a link that is missing may show only when another article is removed. */
function linksIn({ dataDir }: TestArchive): unknown[] {
  const db = new DatabaseSync(join(dataDir, 'archive.sqlite'), { readOnly: true })
  try {
    const sql = `select newer.id, older.id as older from family_link as link
      join article as newer on newer.sequence = link.newer join article as older on older.sequence = link.older
      order by 1, 2`
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

describe('the families of an archive', () => {
  it.each([
    ['texts that overlap', stepsWith(14, stretch, 12), 15],
    ['more texts of one template than are looked at', stepsWith(70, templated, 90), 3],
  ])('depend on its articles, not on how they came: %s', (_, steps, numRuns) => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 9 }), (taken, perBatch) => {
        const grown = open()
        const left = take(grown, taken, perBatch)
        const fresh = open()
        fresh.archive.commit(fresh.lease, left)
        expect(familiesIn(grown)).toEqual(familiesIn(fresh))
        expect(linksIn(grown)).toEqual(linksIn(fresh))
        for (const archive of opened.splice(0)) archive.remove()
      }),
      { numRuns },
    )
  })
})
