import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { beginFacets, runFacets } from './run-facets.ts'

const line = (fields: object) => `${JSON.stringify(fields)}\n`

/** Articles of different lengths, so that threads are done with them in another order. */
const articles = Array.from({ length: 60 }, (_, number) => ({
  id: `a${number}`,
  title: `Day ${number}: Lavrov in Tehran`,
  outlet: number % 2 === 0 ? 'Reuters' : '',
  text: `Foreign Minister Sergei Lavrov spoke of the S-300 in Tehran, IRNA reported. ${'Lavrov left Moscow. '.repeat((number * 37) % 60)}`,
}))
const input = articles.map(line).join('')
const outputLines = (out: string) => out.split('\n').slice(0, -1)

function idOf(json: string): unknown {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
}

describe('npm run facets', () => {
  it('prints the facets of an article with every mention', async () => {
    const { code, out, err } = await runFacets(
      line({
        id: 'x1',
        title: 'Lavrov: no S-300s yet',
        outlet: 'Reuters',
        text: '\n  Sergei Lavrov spoke in Moscow.  Lavrov’s words, IRNA reported, were clear.',
      }),
    )
    expect(JSON.parse(out)).toEqual({
      id: 'x1',
      outlet: 'Reuters',
      people: [
        {
          name: 'Sergey Lavrov',
          surfaces: ['Lavrov', 'Sergei Lavrov'],
          mentions: [
            { field: 'title', start: 0, end: 6 },
            { field: 'text', start: 3, end: 16 },
            { field: 'text', start: 35, end: 41 },
          ],
        },
      ],
      places: [
        { name: 'Moscow', surfaces: ['Moscow'], mentions: [{ field: 'text', start: 26, end: 32 }] },
      ],
      weapons: [
        { name: 'S-300', surfaces: ['S-300s'], mentions: [{ field: 'title', start: 11, end: 17 }] },
      ],
      cites: [
        {
          name: 'IRNA',
          surfaces: ['IRNA'],
          mentions: [{ field: 'text', start: 51, end: 55 }],
        },
      ],
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('keeps the order of the input', async () => {
    const { out } = await runFacets(input)
    expect(outputLines(out).map(idOf)).toEqual(articles.map(({ id }) => id))
  })

  it('prints of each article the same with one thread and with three, whatever is beside it', async () => {
    const reversed = articles.toReversed().map(line).join('')
    const one = await runFacets(input, '--threads', '1')
    const three = await runFacets(reversed, '--threads', '3')
    expect(outputLines(three.out).reverse()).toEqual(outputLines(one.out))
  })

  it('tells which lines are bad and why, prints the others and ends with 1', async () => {
    const good = line({ id: 'good', text: 'They met in Lisbon.' })
    const bad = [
      '{"text": "cut o\n',
      '[1, 2]\n',
      '\n',
      line({ id: 4, title: 'Only a title' }),
      line({ text: 7 }),
      line({ id: true, text: 'They met.' }),
      `{"text":"${'x'.repeat(16 * 1024 * 1024)}"}\n`,
    ]
    const { code, out, err } = await runFacets(`${good}${bad.join('')}${good}`)
    expect(outputLines(out).map(idOf)).toEqual(['good', 'good'])
    expect(err).toBe(
      'line 2: not valid JSON (the line seems cut off)\n' +
        'line 3: not an article but an array: each line must be a JSON object\n' +
        'line 5: no text\n' +
        'line 6: "text" is a number, but must be text\n' +
        'line 7: "id" is a boolean, but must be text or a number\n' +
        'line 8: too long for one article: 16 MB, at most 16 MB are read\n',
    )
    expect(code).toBe(1)
  })

  it('takes a byte order mark, CRLF, blank lines and a last line without its end', async () => {
    const { code, out } = await runFacets(
      '\ufeff{"id":"a","text":"One."}\r\n  \r\n{"id":"b","text":"Two."}',
    )
    expect(outputLines(out).map(idOf)).toEqual(['a', 'b'])
    expect(code).toBe(0)
  })

  it('gives ids back as they are, and the number of the line where there is none', async () => {
    const { out } = await runFacets(
      [{ id: '007' }, { id: 7 }, {}, { id: null }]
        .map((fields) => line({ ...fields, text: 'They met.' }))
        .join(''),
    )
    expect(outputLines(out).map(idOf)).toEqual(['007', 7, 3, 4])
  })

  it('prints nothing for nothing', async () => {
    expect(await runFacets('')).toEqual({ code: 0, out: '', err: '' })
  })

  it('ends quietly when who reads the result has had enough', async () => {
    const child = beginFacets()
    let told = ''
    child.stderr.on('data', (chunk) => (told += String(chunk)))
    child.stdin.on('error', () => undefined)
    child.stdin.write(input.repeat(20))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    await once(child, 'exit')
    expect({ code: child.exitCode, told }).toEqual({ code: 0, told: '' })
  })

  it('prints what is done while it waits for more', async () => {
    const child = beginFacets()
    child.stdin.write(line({ id: 'first', text: 'They met in Lisbon.' }))
    const chunks: unknown[] = await once(child.stdout, 'data')
    expect(String(chunks)).toContain('"id":"first"')
    child.stdin.end()
    await once(child, 'exit')
    expect(child.exitCode).toBe(0)
  })

  it.each([
    ['compressed input', Buffer.from([0x1f, 0x8b, 8, 0]), 'Standard input is compressed.'],
    ['UTF-16', Buffer.from('\ufeff{}\n', 'utf16le'), 'Standard input is UTF-16.'],
  ])('refuses %s as a whole', async (_, bytes, message) => {
    const { code, out, err } = await runFacets(bytes)
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 1, out: '' })
  })

  it.each([
    ['no threads', ['--threads', '0']],
    ['half a thread', ['--threads', '0.5']],
    ['a file', ['articles.jsonl']],
    ['an unknown option', ['--fast']],
  ])('refuses %s as wrong usage', async (_, args) => {
    const { code, out, err } = await runFacets('', ...args)
    expect(err).not.toBe('')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('explains itself with --help', async () => {
    const { code, out } = await runFacets('', '--help')
    expect(out).toContain('npm run -s facets < articles.jsonl > facets.jsonl')
    expect(code).toBe(0)
  })
})
