import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { closingReport } from '../../../indexer/report/closing-report.ts'
import { jsonLine, openDesk, type Desk } from '../test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const report = async () => closingReport(await desk.index(), 0).join('\n')
const line = (title: string, published: unknown) =>
  jsonLine({ title, text: `${title}: they met.`, published })

describe('the closing report', () => {
  it('counts the articles whose date cannot be, and shows the first', async () => {
    const lines = [
      ...[line('One', '2016-02-29'), line('Two', 'not a date'), line('Three', '2016-02-30')],
      ...[line('Four', '2999-01-01'), line('Five', 7), line('Six', 1461751200), line('Seven', '')],
    ]
    const file = desk.write('a.jsonl', lines.join(''))
    expect(await report()).toContain(
      `4 articles have a date that cannot be: they are undated; the first: ${file}#2 with "not a date".`,
    )
    expect(desk.archive.count()).toBe(7)
  })

  it('says nothing of dates where all can be, or none is given', async () => {
    desk.write('a.jsonl', line('One', '2016-02-29') + line('Two', ''))
    expect(await report()).not.toContain('undated')
  })

  it('names the columns of a table that nothing takes, once', async () => {
    const file = desk.write(
      'a.csv',
      'title,text,Where from,When\nOne,They met.,Here,Now\nTwo,They parted.,Here,Now\n',
    )
    const said = await report()
    expect(said.split(`${file}: columns not read: Where from, When.`)).toHaveLength(2)
    expect(said).toContain('set aside 0')
  })

  it('names no column of a table that is read whole', async () => {
    desk.write('a.csv', 'title,text\nOne,They met.\n')
    expect(await report()).not.toContain('columns not read')
  })
})
