import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goldPairs, readPairs } from '../../../bench/evaluate/gold-files.ts'
import { evaluate } from '../../../bench/evaluate/evaluate.ts'
import { figuresOf } from '../../../bench/evaluate/figures.ts'

const start = fileURLToPath(new URL('../../../bench/evaluate/start.js', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-evaluate-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, ...lines: object[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

const article = (id: string, text: string) => ({ id, title: 'Talks', outlet: '', text })

describe('npm run evaluate', () => {
  it('says how many of the values are right, and which are not', () => {
    const labels = write(
      'invented.jsonl',
      { id: 'a', people: [], places: [{ name: 'Lisbon', surface: ['Lisbon'] }] },
      { id: 'b', people: [], places: [{ name: 'Oslo', surface: ['Oslo'] }] },
    )
    write(
      'invented-articles.jsonl',
      article('b', 'The delegation left Moscow for Oslo.'),
      article('a', 'The delegation flew home to Lisbon.'),
    )
    const { code, out, err } = run('--gold', labels, '--facets', 'places', '--errors', '5')
    expect(err).toBe('')
    expect(out).toContain('2 articles of')
    const row = /places +66\.7 +\S+ +100\.0 +\S+ +80\.0 +\S+ +100\.0 +\S+ +2 +3\n/.source
    expect(out).toMatch(new RegExp(`^Dateline .*\\n${row}`, 'm'))
    expect(out).toMatch(new RegExp(`^compromise .*\\n${row}`, 'm'))
    expect(out).toContain('b places false: Moscow\n')
    expect(code).toBe(0)
  })

  it.each([
    ['where there are no labels', ['--gold', 'nowhere.jsonl'], 'There is no file nowhere.jsonl.'],
    ['for a facet that nobody labels', ['--facets', 'ships'], 'not ships'],
    ['for a count that is none', ['--errors', 'all'], '--errors is a whole number'],
    ['for an unknown option', ['--fast'], '--fast'],
  ])('ends with 2 %s', (_, args, message) => {
    const { code, err } = run(...args)
    expect(err).toContain(message)
    expect(code).toBe(2)
  })

  it('says where labelled articles belong when there are none', () => {
    expect(() => goldPairs([], [], join(folder, 'data'))).toThrow(
      /put gold-dev\.jsonl and gold-dev-articles\.jsonl into .*data/,
    )
  })

  it('takes every pair of the usual folder', () => {
    for (const name of ['gold-dev', 'gold-dev-2']) {
      write(`${name}.jsonl`, { id: name })
      write(`${name}-articles.jsonl`, article(name, 'They met.'))
    }
    write('archive.jsonl')
    const gold = readPairs(goldPairs([], [], folder))
    expect(gold.map(({ id }) => id).sort()).toEqual(['gold-dev', 'gold-dev-2'])
  })

  it('tells which article of the labels is missing', () => {
    const labels = write('a.jsonl', { id: 'x' })
    write('a-articles.jsonl', article('y', 'They met.'))
    expect(() => readPairs(goldPairs([labels], []))).toThrow('has no article x of')
  })
})

describe('the evaluation of an extractor', () => {
  const score = (facet: 'cites' | 'weapons', found: string[], labels: object) => {
    write('gold.jsonl', { id: 'a', ...labels })
    write('gold-articles.jsonl', article('a', 'They met.'))
    const gold = readPairs(goldPairs([join(folder, 'gold.jsonl')], []))
    const extractor = {
      name: 'fixed',
      facets: [facet],
      extract: () => ({ [facet]: found.map((name) => ({ name, surfaces: [name] })) }),
    }
    return figuresOf(evaluate(extractor, gold, [facet]).scores.get(facet) ?? [])
  }

  it('wants the media that are sources, and lets others pass', () => {
    const outlets = [
      { name: 'Morning Post', surface: ['Post'], role: 'cited' },
      { name: 'Evening Star', surface: ['Star'], role: 'mentioned' },
      { name: 'Photo Desk', surface: ['Photo Desk'], role: 'credit' },
    ]
    expect(score('cites', ['Post', 'Star', 'Photo Desk'], { outlets })).toEqual({
      precision: 100,
      recall: 100,
      f1: 100,
      named: 0,
    })
  })

  it('lets pass what is optional', () => {
    const weapons = [{ name: 'T-90', surface: ['T-90'] }]
    const optional = { weapons: [{ name: 'sarin', surface: ['sarin'] }] }
    const { precision, recall } = score('weapons', ['sarin', 'rifle'], { weapons, optional })
    expect({ precision, recall }).toEqual({ precision: 0, recall: 0 })
  })
})
