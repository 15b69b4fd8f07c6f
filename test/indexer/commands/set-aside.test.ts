import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { rmSync } from 'node:fs'
import { retryCommand } from '../../../indexer/commands/retry.ts'
import { setAsideCommand } from '../../../indexer/commands/set-aside.ts'
import { jsonLine, openDesk, type Desk } from '../test-desk.ts'
import { runCommand } from './run-command.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const list = async () => (await runCommand(setAsideCommand, [], desk)).said
const retry = async () => (await runCommand(retryCommand, [], desk)).said
const titles = () => desk.archive.changes(0, 100).map(({ article }) => article?.title)
const good = (title: string) => jsonLine({ title, text: `${title}: they met.` })

describe('what is set aside', () => {
  it('is kept with its reason, in the order of places', async () => {
    const file = desk.write('a.jsonl', `${good('One')}broken\n${good('Three')}{"text":""}\n`)
    await desk.index()
    const today = new Date().toISOString().slice(0, 10)
    expect(await list()).toEqual([
      `${file}#2: not valid JSON (the line seems cut off) (run 1, ${today})`,
      `${file}#4: no text (run 1, ${today})`,
      '2 records set aside. To try them again: npm run index -- retry',
    ])
  })

  it('is so no more once its place holds an article, in whatever run', async () => {
    desk.write('a.jsonl', `broken\n${good('Two')}broken\n`)
    await desk.index()
    desk.write('a.jsonl', `${good('One')}${good('Two')}broken\n`)
    await desk.index()
    expect(desk.archive.setAside('', 10).map(({ line, run }) => [line, run])).toEqual([[3, 2]])
  })

  it('is so no more once its place is gone from the file', async () => {
    desk.write('a.jsonl', `${good('One')}broken\nbroken\n`)
    await desk.index()
    desk.write('a.jsonl', good('One'))
    await desk.index()
    expect(await list()).toEqual(['Nothing is set aside.'])
  })
})

describe('a retry', () => {
  it('reads what was set aside, nothing else, and says what became of each', async () => {
    const file = desk.write('a.jsonl', `broken\n${good('Two')}broken\n`)
    const other = desk.write('b.jsonl', good('Other'))
    await desk.index()
    desk.write('a.jsonl', `${good('One')}${good('Two anew')}broken\n`)
    desk.write('b.jsonl', good('Other anew'))
    const said = await retry()
    expect(said).toContain(`${file}#1: added`)
    expect(said).toContain(`${file}#3: not valid JSON (the line seems cut off)`)
    expect(said).toContain('Still set aside: 1.')
    expect(said.join()).not.toContain(other)
    expect(titles()).toEqual(['Two', 'Other', 'One'])
  })

  it('takes every record of a file that could not be read itself', async () => {
    desk.write('a.jsonl', Buffer.from([1, 0, 2, 0xff, 0]))
    await desk.index()
    desk.write('a.jsonl', good('One') + good('Two'))
    await retry()
    expect(titles()).toEqual(['One', 'Two'])
    expect(await list()).toEqual(['Nothing is set aside.'])
  })

  it('names a file that is gone, whose records stay set aside', async () => {
    const file = desk.write('a.jsonl', 'broken\n')
    await desk.index()
    rmSync(file)
    expect(await retry()).toEqual([
      `${file} is not there any more: 1 record of it stays set aside.`,
      'There is nothing that could be tried again.',
    ])
  })
})
