import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { textAsRead } from '../../../engine/archive/text-as-read.ts'
import { openDesk, type Desk } from '../test-desk.ts'

const topics = ['frigate', 'tanker', 'treaty', 'harbour', 'ministry', 'embargo', 'convoy', 'border']
const bio = 'Ann Lee is the editor of the Specimen Gazette.'

const words =
  'anchor barrel cable deck engine fuel gun hull island jetty keel lamp mast navy oil port quay radar sail tank unit valve wharf yard arms boat crew dock east flag gate hold iron jury kit lake mine note oath pier rank'.split(
    ' ',
  )

/** Seven paragraphs about a topic that no other has, all of them about Vladimir Putin, and a line at the end. */
function report(topic: string, line: string): string {
  const step = topics.indexOf(topic) + 2
  const body = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const said = Array.from({ length: 20 }, (_, at) => words[(at * step + day * 5) % words.length])
    return `On May ${day} Vladimir Putin of the ${topic} said ${said.join(' ')}.`
  })
  return JSON.stringify({
    title: `A ${topic} is spoken about`,
    outlet: 'Specimen Gazette',
    url: `https://specimen.example/${topic}`,
    text: [...body, line].join('\n\n'),
  })
}

const lines = (from: number, to: number, line = bio) =>
  topics
    .slice(from, to)
    .map((topic) => report(topic, line))
    .join('\n')

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

/** Every article as far as a run may change it, in the order of their sequence numbers. */
function stored() {
  return desk.archive
    .changes(0, 1000)
    .flatMap(({ article }) => article ?? [])
    .sort((a, b) => a.sequence - b.sequence)
}

const steps = (id: string) =>
  desk.archive.cleaning(id)?.removed.map(({ step, text }) => [step, text.trim()])

describe('what an outlet prints around its articles', () => {
  it('stays in an article that would be empty without it', async () => {
    const alone = { title: 'About us', outlet: 'Specimen Gazette', text: bio }
    desk.write('a.jsonl', `${JSON.stringify(alone)}\n${lines(0, 6)}`)
    expect((await desk.index()).added).toBe(7)
    const articles = stored()
    const [first, ...others] = articles.map(({ text }) => text.includes(bio))
    expect([first, others.includes(true)]).toEqual([true, false])
  })

  it('is taken out of the articles that were stored before it was found', async () => {
    desk.write('a.jsonl', lines(0, 6))
    await desk.index()
    const articles = stored()
    expect(articles.map(({ text }) => text.includes(bio))).toEqual(Array(6).fill(false))
    expect(articles.map(({ id }) => steps(id))).toEqual(
      Array(6).fill([['boilerplate of the outlet', bio]]),
    )
    expect((await desk.search('"editor of the Specimen"')).hits).toEqual([])
  })

  it('is kept as a removal: the text as read, id, sequence, first-indexed time and original stay', async () => {
    desk.write('a.jsonl', lines(0, 4))
    await desk.index()
    const before = stored()
    desk.write('b.jsonl', lines(4, 6))
    await desk.index()
    const after = stored()
    const kept = ({
      id,
      sequence,
      firstIndexed,
      originalHash,
      published,
    }: (typeof after)[number]) => ({
      ...{ id, sequence, firstIndexed, originalHash, published },
    })
    expect(after.slice(0, 4).map(kept)).toEqual(before.map(kept))
    for (const [at, { id, text }] of after.slice(0, 4).entries()) {
      const { removed } = desk.archive.cleaning(id) ?? { removed: [] }
      expect(textAsRead(text, removed)).toBe(before[at]?.text)
      expect(desk.archive.formerVersions(id)).toEqual([])
    }
  })

  it('leaves evidence where it belongs', async () => {
    desk.write('a.jsonl', lines(0, 6).replaceAll('On May 1', 'FROM THE GAZETTE\\n\\nOn May 1'))
    await desk.index()
    for (const { text, facets } of stored()) {
      expect(text.startsWith('On May 1')).toBe(true)
      const putin = facets.people.find(({ name }) => name === 'Vladimir Putin')
      expect(putin?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(
        Array(7).fill('Vladimir Putin'),
      )
    }
  })

  it('is taken out of later articles as they are made', async () => {
    desk.write('a.jsonl', lines(0, 6))
    await desk.index()
    const changes = desk.archive.lastChange()
    desk.write('b.jsonl', lines(6, 7))
    await desk.index()
    expect(desk.archive.lastChange()).toBe(changes + 1)
    expect(stored().at(-1)?.text).not.toContain(bio)
  })

  it('changes nothing in a run that brings nothing', async () => {
    desk.write('a.jsonl', lines(0, 6))
    await desk.index()
    const changes = desk.archive.lastChange()
    const { added, replaced, unchanged } = await desk.index()
    expect({ added, replaced, unchanged }).toEqual({ added: 0, replaced: 0, unchanged: 6 })
    expect(desk.archive.lastChange()).toBe(changes)
  })

  it('stays in the articles of another outlet', async () => {
    const other = lines(6, 8).replaceAll('"Specimen Gazette"', '"Sample Post"')
    desk.write('a.jsonl', `${lines(0, 6)}\n${other}`)
    await desk.index()
    expect(
      stored()
        .filter(({ text }) => text.includes(bio))
        .map(({ outlet }) => outlet),
    ).toEqual(['Sample Post', 'Sample Post'])
  })

  it('is looked for by host where the outlet is not known', async () => {
    desk.write('a.jsonl', lines(0, 6).replaceAll('"outlet":"Specimen Gazette",', ''))
    await desk.index()
    expect(stored().some(({ text }) => text.includes(bio))).toBe(false)
  })

  it('is no copy of one text', async () => {
    const copies = Array.from({ length: 6 }, (_, at) =>
      report('frigate', bio).replace('example/frigate', `example/${at}`),
    )
    desk.write('a.jsonl', copies.join('\n'))
    await desk.index()
    expect(stored().every(({ text }) => text.includes(bio))).toBe(true)
  })

  it('is taken out by the next run where one was stopped on the way', async () => {
    desk.write('a.jsonl', lines(0, 6))
    await desk.index()
    const { archive, lease } = desk
    const [first] = stored()[0]?.text.split('\n') ?? []
    archive.keepBoilerplate(lease, {
      sources: [],
      lines: new Map([['Specimen Gazette', [first ?? '']]]),
    })
    await desk.index()
    expect(stored()[0]?.text).not.toContain(first)
    expect(stored()[0]?.text).not.toContain(bio)
    expect(archive.unappliedSources()).toEqual([])
  })
})
