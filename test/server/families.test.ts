import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

const first = 'Crews moved <four> cranes to the quay on Monday.\n\nNobody said why.'
const second = 'Crews moved five cranes to the quay on Monday.\n\nNobody said why.'

let site: TestSite
let [ours, theirs, alone] = ['', '', '']
beforeAll(async () => {
  site = await openTestSite()
  const agency = { cites: ['Harbour Wire'], family: 'cranes' }
  ;[ours = '', theirs = '', alone = ''] = await site.add(
    { title: 'Cranes on the quay', text: first, outlet: 'Harbour Gazette', ...agency },
    { title: 'Five cranes', text: second, outlet: 'Evening Ledger', ...agency },
    { title: 'A ferry', text: 'The ferry waits.' },
  )
})
afterAll(() => site.close())

const pageOf = async (path: string) => (await site.get(path)).text

describe('folded results', () => {
  it('tell how many articles and texts there are, and whom they cite', async () => {
    const page = await pageOf('/search?q=cranes&group=family')
    expect(page).toMatch(/2 articles → \d texts? → 1 originating source/)
    expect(page).toContain('<span class="tag">inferred</span>')
    expect(page).toContain('Inferred: probably a text of Harbour Wire')
  })

  it('say where there was nothing to fold', async () => {
    expect(await pageOf('/search?q=ferry&group=family')).toContain(
      '<strong>1 article</strong> with no near-duplicates among them',
    )
  })

  it('unfold to every member, those that the search did not find too', async () => {
    const page = await pageOf('/search?q=five&group=family')
    expect(page).toContain('1 originating source (1 of them found)')
    expect(page).toContain(`<a href="/article/${ours}" dir="auto">Cranes on the quay</a>`)
  })
})

describe('the page of an article', () => {
  it('lists its near-duplicates', async () => {
    const page = await pageOf(`/article/${theirs}`)
    expect(page).toContain('Near-duplicates: 2 articles')
    expect(page).toContain(`<a href="/article/${ours}">Cranes on the quay</a>`)
  })

  it('says nothing of families for an article that stands alone', async () => {
    expect(await pageOf(`/article/${alone}`)).not.toContain('Near-duplicates')
  })
})

describe('two articles side by side', () => {
  it('have marked what only one of them says, and nothing else', async () => {
    const page = await pageOf(`/article/${ours}/differences/${theirs}`)
    const marks = Array.from(page.matchAll(/<mark>(.*?)<\/mark>/g), ([, text]) => text)
    expect(marks).toEqual(['&lt;four&gt;', 'five'])
    expect(page).toContain('<td dir="auto">Nobody said why.</td>')
  })

  it('are the same where nothing differs', async () => {
    expect(await pageOf(`/article/${ours}/differences/${ours}`)).toContain(
      'The texts are the same, word for word.',
    )
  })

  it('are said to be unlike where they are', async () => {
    const page = await pageOf(`/article/${ours}/differences/${alone}`)
    expect(page).toContain('little in common')
  })

  it('cannot be shown where the archive has only one of them', async () => {
    expect((await site.get(`/article/${ours}/differences/none`)).status).toBe(404)
  })
})
