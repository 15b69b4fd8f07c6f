import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { download } from '../download.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let id = ''

beforeAll(async () => {
  site = await openTestSite()
  ;[id = ''] = await site.add({
    title: 'Convoy reaches the port',
    outlet: 'The Harbour Post',
    published: '2016-04-10',
    url: 'https://harbour.example/convoy',
  })
})

afterAll(() => site.close())

describe('the reference of an article', () => {
  it.each([
    ['ris', 'application/x-research-info-systems', 'TI  - Convoy reaches the port'],
    ['bib', 'application/x-bibtex', `@article{theharbourpost-2016-`],
    ['csl.json', 'application/vnd.citationstyles.csl+json', '"date-parts"'],
  ])('is downloaded as .%s', async (ending, type, part) => {
    const answer = await download(site.app, `/article/${id}.${ending}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${id}.${ending}"`)
    expect(answer.bytes.toString()).toContain(part)
  })

  it.each(['ris', 'bib', 'csl.json'])('is not found as .%s for an unknown id', async (ending) => {
    expect((await site.get(`/article/unknown.${ending}`)).status).toBe(404)
  })
})
