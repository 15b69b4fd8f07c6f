import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLine, openDesk, type Desk } from './test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const first = 'Ferry sold\n\nThe ferry was sold to the islands on Monday for a coin.'
const edited = `${first} The buyer wants to paint it.`
const other =
  'Talks end\n\nBoth delegations went home after a week and agreed on nothing but lunch.'

const articles = () => desk.archive.articlesAfter(0, 99)
const move = (from: string, to: string) => {
  renameSync(join(desk.folder, from), join(desk.folder, to))
}

describe('a file that was renamed', () => {
  it('is the place of its article from then on: edited there it is a later version', async () => {
    desk.write('a.txt', first)
    await desk.index()
    const change = desk.archive.lastChange()
    move('a.txt', 'b.txt')
    expect(await desk.index()).toMatchObject({ unchanged: 1 })
    expect(articles()).toMatchObject([{ origin: join(desk.folder, 'b.txt') }])
    expect(desk.archive.lastChange()).toBe(change)
    desk.write('b.txt', edited)
    expect(await desk.index()).toMatchObject({ added: 0, replaced: 1 })
  })

  it('leaves its former name to what comes after it, whether or not it was read in between', async () => {
    desk.write('a.txt', first)
    await desk.index()
    move('a.txt', 'b.txt')
    desk.write('a.txt', other)
    await desk.index()
    desk.write('b.txt', edited)
    desk.write('a.txt', `${other} They meet again in May.`)
    expect(await desk.index()).toMatchObject({ added: 0, replaced: 2 })
    expect(articles().map(({ title }) => title)).toEqual(['Ferry sold', 'Talks end'])
  })

  it('keeps the ids of its records', async () => {
    desk.write('a.jsonl', jsonLine({ id: 7, title: 'Ferry sold', text: first }))
    await desk.index()
    move('a.jsonl', 'b.jsonl')
    await desk.index()
    desk.write('b.jsonl', jsonLine({ id: 7, title: 'Ferry sold', text: edited }))
    expect(await desk.index()).toMatchObject({ added: 0, replaced: 1 })
  })
})

describe('a copy of a file', () => {
  it('has no article of its own, and makes one when it is edited while the first file is there', async () => {
    desk.write('a.txt', first)
    await desk.index()
    desk.write('b.txt', first)
    expect(await desk.index()).toMatchObject({ unchanged: 2 })
    expect(articles()).toMatchObject([{ origin: join(desk.folder, 'a.txt') }])
    desk.write('b.txt', edited)
    expect(await desk.index()).toMatchObject({ added: 1, unchanged: 1 })
  })

  it('takes the place of the first file when that is deleted', async () => {
    desk.write('a.txt', first)
    desk.write('b.txt', first)
    await desk.index()
    rmSync(join(desk.folder, 'a.txt'))
    await desk.index()
    desk.write('b.txt', edited)
    expect(await desk.index()).toMatchObject({ added: 0, replaced: 1 })
  })
})
