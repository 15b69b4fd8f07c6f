import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { indexPathsCommand } from '../../../indexer/commands/index-paths.ts'
import { retryCommand } from '../../../indexer/commands/retry.ts'
import { openDesk, type Desk } from '../test-desk.ts'
import { runCommand } from './run-command.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const index = async (...args: string[]) => (await runCommand(indexPathsCommand, args, desk)).said
const retry = async () => (await runCommand(retryCommand, [], desk)).said.join('\n')
const articles = () => desk.archive.changes(0, 100).map(({ article }) => article)
const aside = () => desk.archive.setAside('', 10).map(({ line, reason }) => [line, reason])
const columns = ['--columns', 'title=Titel,text=Inhalt']

describe('--columns', () => {
  it('is how a retry reads the rows that it set aside', async () => {
    const file = desk.write('rows.csv', 'Titel,Inhalt\nOne,They met.\nTwo,\n')
    await index(...columns, file)
    desk.write('rows.csv', 'Titel,Inhalt\nOne,They met.\nTwo,They parted.\n')
    expect(await retry()).toContain(`${file}#3: added`)
    expect(articles().map((article) => article?.title)).toEqual(['One', 'Two'])
    expect(aside()).toEqual([])
  })

  it('loses no row that was set aside when it is forgotten', async () => {
    const file = desk.write('rows.csv', 'Titel,Inhalt\nOne,They met.\nTwo,\n')
    await index(...columns, file)
    await index(file)
    expect(aside()).toContainEqual([3, 'no text'])
  })

  it('corrected, has the articles read again, and not a second time', async () => {
    const file = desk.write('rows.csv', 'Titel,Inhalt,Quelle\nOne,They met.,The Daily Anchor\n')
    await index(...columns, file)
    const corrected = ['--columns', 'title=Titel,text=Inhalt,outlet=Quelle', file]
    expect((await index(...corrected)).join('\n')).toContain('replaced 1')
    expect(articles().map((article) => article?.outlet)).toEqual(['The Daily Anchor'])
    expect((await index(...corrected)).join('\n')).toContain('unchanged 1')
    const reordered = ['--columns', 'outlet=Quelle,text=Inhalt,title=Titel', file]
    expect((await index(...reordered)).join('\n')).toContain('unchanged 1')
  })
})
