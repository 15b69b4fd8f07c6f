import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { byFacet } from '../../../engine/by-facet.ts'
import { writeReport } from '../../../server/export/report/write-report.ts'
import { storedArticle } from '../stored-article.ts'
import { exportedOf, written } from './to-export.ts'

const value = (name: string) => ({ id: name, name, evidence: [], rule: 'test', broader: [] })

const inHarbour = (id: string, published: string) =>
  storedArticle({
    id,
    title: `Convoy ${id}`,
    text: `The convoy ${id} lies in the harbour and nobody says why it came.`,
    published,
    facets: { ...byFacet(() => []), places: [value('Aden')] },
  })

describe('the report', () => {
  it('tells what was asked for, counts, and each article with a passage', async () => {
    const articles = [
      inHarbour('a1', '2016-04-10'),
      inHarbour('b2', '2016-04-12'),
      inHarbour('c3', ''),
    ]
    const report = (await written(writeReport(exportedOf(articles)))).toString()
    const text = report.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, ' ')
    const shown = text.replace(/\s+/g, ' ')
    expect(shown).toContain('Articles 3 articles Query convoy')
    expect(shown).toContain('2016-04 2 Undated 1')
    expect(shown).toContain('Places Aden 3')
    expect(shown).toContain('The convoy b2 lies in the harbour and nobody says why it came.')
    expect(shown.trim()).toMatch(/End of the report: 3 articles\.$/)
  })

  it('counts before the articles', async () => {
    const report = (await written(writeReport(exportedOf([inHarbour('a1', '')])))).toString()
    expect(report.indexOf('<caption>Places')).toBeLessThan(report.indexOf('<article'))
  })

  it('says that there is nothing', async () => {
    const report = (await written(writeReport(exportedOf([])))).toString()
    expect(report).toContain('End of the report: 0 articles.')
  })

  it('runs nothing that any field holds', async () => {
    const attack = fc
      .tuple(
        fc.constantFrom('', '"', "'", '>', '</title>', '</style>', '-->', '&quot;', ']]>'),
        fc.constantFrom('<script>x()</script>', '<img src=x onerror=x()>', 'onload=x() "', '<b>'),
      )
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(attack, async (evil) => {
        const article = storedArticle({
          ...{ id: evil, title: evil, text: evil, outlet: evil, published: evil },
          ...{
            url: `https://x.example/${evil}`,
            authors: [evil],
            language: evil,
            originalHash: evil,
          },
          facets: byFacet(() => [value(evil)]),
        })
        const said = {
          ...{ name: evil, href: `/search?q=${evil}`, home: `http://${evil}` },
          facts: [[evil, evil]] as const,
          remarkOn: () => ({ relevance: evil, note: evil }),
        }
        const report = (await written(writeReport(exportedOf([article], said)))).toString()
        expect(tagsIn(report)).toEqual(tagsIn(await harmless()))
      }),
      { numRuns: 60 },
    )
  })

  it('links to no address that a program could run', async () => {
    const article = storedArticle({ url: 'javascript:x()' })
    expect((await written(writeReport(exportedOf([article])))).toString()).not.toContain(
      'javascript:',
    )
  })
})

/** The same report with the letter x in place of an attack. */
async function harmless(): Promise<string> {
  const article = storedArticle({
    ...{ id: 'x', title: 'x', text: 'x', outlet: 'x', published: 'x', authors: ['x'] },
    ...{ url: 'https://x.example/x', language: 'x', facets: byFacet(() => [value('x')]) },
  })
  const said = { facts: [['x', 'x']] as const, remarkOn: () => ({ relevance: 'x', note: 'x' }) }
  return (await written(writeReport(exportedOf([article], said)))).toString()
}

/** Every tag with the names of its attributes, read as a browser does where all attributes are quoted. */
function tagsIn(html: string): string[] {
  const tag = /<(\/?[a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/gi
  return [...html.matchAll(tag)].map(([, name = '', attributes = '']) =>
    [name, ...[...attributes.matchAll(/([\w-]+)="/g)].map(([, attribute]) => attribute)].join(' '),
  )
}
