import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  appendCorrections,
  correctionsPath,
  parseCorrections,
  readCorrections,
} from '../../../indexer/corrections/corrections-file.ts'
import { selectNew } from '../../../indexer/corrections/import-lines.ts'
import { readCorrection } from '../../../indexer/corrections/read-correction.ts'
import { correctionLine } from '../../../indexer/corrections/write-correction.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-corrections-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const reject = '{"do":"reject","facet":"people","value":"ada-admiral"}'
const valuesIn = (content: string) =>
  parseCorrections(content).corrections.map((each) => ('value' in each ? each.value : each.of))

describe('a corrections file that cannot be used', () => {
  const whenFullDisk = existsSync('/dev/full') ? it : it.skip

  whenFullDisk('takes no correction that the disk has no room for', () => {
    symlinkSync('/dev/full', correctionsPath(folder))
    expect(() => {
      appendCorrections(folder, [reject])
    }).toThrow('could not grow: the disk is full')
  })

  it('is told from an empty one: a folder', () => {
    mkdirSync(correctionsPath(folder))
    expect(() => readCorrections(folder)).toThrow('is a folder where a file belongs')
  })

  it('is told from an empty one: what is no text', () => {
    writeFileSync(correctionsPath(folder), Buffer.from([0x53, 0, 1, 0x0a]))
    expect(() => readCorrections(folder)).toThrow('is damaged')
  })
})

describe('a corrections file', () => {
  it('may have a byte order mark, Windows line ends, comments, empty lines and no last line end', () => {
    const content = `\uFEFF# Mine\r\n${reject}\r\n\r\n  # and\r\n${reject.replace('ada', 'ben')}`
    expect(valuesIn(content)).toEqual(['ada-admiral', 'ben-admiral'])
    expect(parseCorrections(content).faults).toEqual([])
  })

  it.each([
    ['nonsense', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['{"do":"forget"}', '"do" must be one of reject, merge, split, rename, add, undo'],
    ['{"do":"reject","facet":"planets","value":"mars"}', '"facet" must be one of people'],
    ['{"do":"reject","facet":"people"}', '"value" is missing'],
    ['{"do":"reject","facet":"people","value":"Ada Admiral"}', 'such as hossein-dehghan'],
    ['{"do":"reject","facet":"people","value":"[none]"}', 'must be the id of a value'],
    ['{"do":"reject","facet":"people","value":7}', '"value" must be text'],
    ['{"do":"merge","facet":"people","value":"a","into":"a"}', '"into" must be another value'],
    [
      '{"do":"rename","facet":"people","value":"a","name":"A","article":"x"}',
      'leave "article" out',
    ],
    ['{"do":"reject","facet":"people","value":"a","article":"../x"}', 'the id of an article'],
    ['{"do":"split","facet":"people","value":"a","into":"b","article":"x"}', 'add "surface"'],
    ['{"do":"undo","of":"nothing"}', 'takes back "nothing", which no line before it has'],
    [`{"do":"add","facet":"people","name":"${'x'.repeat(201)}"}`, 'longer than 200 characters'],
    ['{"do":"reject","facet":"people","value":"a","id":"../saved/1/delete?"}', '"id" must be 1 to'],
    [`{"do":"reject","facet":"people","value":"a","id":"${'x'.repeat(65)}"}`, '"id" must be 1 to'],
    ['{"do":"reject","facet":"people","value":"a","Article":"a1"}', 'has a field "Article"'],
    ['{"do":"reject","facet":"people","value":"a","where":"here"}', 'has a field "where"'],
    ['{"do":"rename","facet":"people","value":"a","name":"--"}', '"name" needs a letter or digit'],
    ['{"do":"add","facet":"people","name":"A","surface":"!"}', '"surface" needs a letter or digit'],
  ])('reports %s with its number and goes on', (line, problem) => {
    const { corrections, faults } = parseCorrections(`${line}\n${reject}\n`)
    expect(corrections).toHaveLength(1)
    expect(faults).toEqual([{ line: 1, problem: expect.stringContaining(problem) }])
  })

  it('passes over a line of ten megabytes, and reads five thousand others', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => reject.replace('ada', `ada-${n}`))
    const { corrections, faults } = parseCorrections(
      [...many, `{"do":"${'x'.repeat(10_000_000)}"}`, reject].join('\n'),
    )
    expect(corrections).toHaveLength(5_001)
    expect(faults).toEqual([{ line: 5_001, problem: expect.stringContaining('the limit is 5000') }])
  })

  it('keeps a name on one line', () => {
    const line = JSON.stringify({
      do: 'rename',
      facet: 'people',
      value: 'a',
      name: 'A\n\tB\u0000C',
    })
    expect(readCorrection(line)).toMatchObject({ name: 'A B C' })
  })

  it('is added to, never rewritten, also where its last line has no end', () => {
    const before = `# By hand\nnonsense\n${reject}`
    writeFileSync(correctionsPath(folder), before)
    appendCorrections(folder, [reject.replace('ada', 'ben')])
    expect(readFileSync(correctionsPath(folder), 'utf8')).toBe(
      `${before}\n${reject.replace('ada', 'ben')}\n`,
    )
    expect(readCorrections(folder).corrections).toHaveLength(2)
  })

  it('gives a line without an id the same one whenever it is read', () => {
    expect(readCorrection(reject).id).toBe(readCorrection(` ${reject} `).id)
    expect(readCorrection(reject).id).not.toBe(readCorrection(reject.replace('ada', 'ben')).id)
  })

  it.each([
    reject,
    '{"do":"merge","facet":"people","value":"a","into":"b","name":"B","note":"why","at":"2026-05-03T10:00:00.000Z","id":"x"}',
    '{"do":"split","facet":"places","value":"a","surface":"A","into":"b","name":"B","article":"a1","id":"x"}',
    '{"do":"rename","facet":"outlet","value":"a","name":"A","id":"x"}',
    '{"do":"add","facet":"weapons","name":"A-1","surface":"A 1","id":"x"}',
    '{"do":"undo","of":"x","id":"y"}',
  ])('reads back what it writes: %s', (line) => {
    const correction = readCorrection(line)
    expect(readCorrection(correctionLine(correction))).toEqual(correction)
  })
})

describe('an import', () => {
  it('chooses good lines that are not there yet, and reports the others by their own numbers', () => {
    writeFileSync(correctionsPath(folder), `${reject}\n# comment\n`)
    const present = readCorrections(folder)
    const [known] = present.corrections
    const undo = `{"do":"undo","of":"${known?.id ?? ''}","id":"u"}`
    const {
      lines,
      known: there,
      faults,
    } = selectNew(`\uFEFF${reject}\nnonsense\n${undo}\n${undo}\n`, present)
    expect(lines).toEqual([undo])
    expect(there).toBe(2)
    expect(faults).toEqual([{ line: 2, problem: 'is not JSON' }])
  })
})
