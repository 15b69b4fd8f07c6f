import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answers } from '../../../server/api/answers.ts'
import { files } from '../../../server/api/files.ts'
import type { Answer } from '../answer.ts'
import { fillSite, type FullSite } from '../full-site.ts'
import { routesOf } from '../routes-of.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let full: FullSite
beforeAll(async () => {
  site = await openTestSite()
  full = await fillSite(site, site, 'Carla Convoy')
}, 60_000)
afterAll(() => site.close())

/** Every parameter that programs are told of, and those that only pages have. */
const parameters = [
  ...new Set([
    ...[...answers, ...files].flatMap((each) => each.parameters.map(({ name }) => name)),
    ...['density', 'show', 'saved', 'next', 'back', 'at', 'article', 'deleted', 'collected'],
    ...['corrected', 'changed', 'facet', 'value', 'into', 'folder', '__proto__', 'constructor'],
  ]),
]

/** What stands in place of every parameter, as sent. */
const values: Readonly<Record<string, string>> = {
  'long text': 'a'.repeat(150),
  'a null byte': 'a%00b',
  'damaged percent signs': '%zz%%1%c3%28%',
  'a huge number': '9'.repeat(30),
  'a negative number': '-1',
  'a number that is not finite': '1e999',
  'a date out of the calendar': '9999-99-99',
  'half a surrogate pair': '%ed%a0%80',
  'right-to-left and combining signs': encodeURIComponent('\u202e\u0301\u{1f6a2}ﷺ'),
  'line breaks': 'a%0d%0aSet-Cookie:%20planted=1',
  'a path upwards': '..%2f..%2fuser.sqlite',
  'signs of SQL and of the query language': encodeURIComponent(`'") OR 1=1; -- NEAR/9 * ^ {`),
  'an object': '[object%20Object]&q[a]=b&q[]=c&person[__proto__]=d',
}

/** What stands in place of every part of a path, as sent. */
const parts = [
  ...['%00', 'a%00b', '..%2f..%2fuser.sqlite', '..%5c', '9'.repeat(30), '-1', '0', '1e9', '%20'],
  ...[
    '__proto__',
    'constructor',
    '%ed%a0%80',
    '%c3%28',
    '%zz',
    'a%0d%0ab',
    encodeURIComponent('ﷺ\u202e'),
  ],
  'a'.repeat(4_000),
]

/** What is wrong with an answer; nothing for one as any request may get. */
function faultsOf(address: string, { status, headers, text }: Answer): string[] {
  const faults = [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...('content-security-policy' in headers ? [] : ['no policy of content']),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['may be sniffed']),
    ...('x-powered-by' in headers ? ['says what it is made with'] : []),
    ...(JSON.stringify(headers['set-cookie'] ?? '').includes('planted=1')
      ? ['a planted cookie']
      : []),
    ...(/at .*\.ts:\d+|node_modules/.test(text) ? ['tells of its code'] : []),
  ]
  return faults.map((fault) => `${address.slice(0, 200)}: ${fault}`)
}

async function faultsAmong(addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const address of addresses) faults.push(...faultsOf(address, await site.get(address)))
  return faults
}

const barePaths = () => Object.values(full.examples).map((path) => path.split('?')[0] ?? '')

describe('whatever an address says, its answer is none of a fault, and guarded', () => {
  it('on every route of the site', () => {
    const routes = routesOf(site.app).filter((route) => route.startsWith('GET '))
    expect(
      Object.keys(full.examples)
        .map((path) => `GET ${path}`)
        .sort(),
    ).toEqual(routes.sort())
  })

  it.each(Object.entries(values))(
    'with %s in every parameter',
    async (_name, value) => {
      const all = parameters.map((name) => `${encodeURIComponent(name)}=${value}`).join('&')
      // Some are read only where all the others can be.
      const some = ['q', 'find', 'names', 'tag', 'person', 'format', 'next', 'at']
      const few = some.map((name) => `${name}=${value}`).join('&')
      const addresses = barePaths().flatMap((path) => [`${path}?${all}`, `${path}?${few}`])
      expect(await faultsAmong(addresses)).toEqual([])
    },
    120_000,
  )

  it('with more of each than anybody needs', async () => {
    const many = (name: string, times: number) =>
      Array.from({ length: times }, (_, n) => `${name}=v${n}`).join('&')
    const queries = [
      many('person', 900),
      many('q', 900),
      `q=${'a'.repeat(9_000)}`,
      `q=${'(a+OR+'.repeat(160)}`,
      `names=${'a%0A'.repeat(2_000)}&phrases=1`,
      `find=${'a+'.repeat(3_000)}`,
      '&'.repeat(9_000),
      '='.repeat(9_000),
    ]
    const addresses = barePaths().flatMap((path) => queries.map((query) => `${path}?${query}`))
    expect(await faultsAmong(addresses)).toEqual([])
  }, 240_000)

  it('in every part of every path, whether or not with a version', async () => {
    const routes = Object.keys(full.examples).filter((route) => route.includes(':'))
    const addresses = parts.flatMap((part) => [
      ...routes.map((route) => route.replaceAll(/:\w+/g, part)),
      `/${part}`,
      `/api/v1/${part}`,
      `/api/v1/search/${part}?q=a`,
      `/static/${part}`,
    ])
    expect(await faultsAmong(addresses)).toEqual([])
  }, 120_000)
})
