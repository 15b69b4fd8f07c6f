import type { TestSite } from './test-site.ts'

/** Who fills a site: its owner, or somebody who has logged in. */
type Writer = Pick<TestSite, 'get' | 'post'>

/** A site whose every kind of thing has words of a test's choice in every field that takes some. */
export interface FullSite {
  readonly article: string
  /** For each GET route of the site an address that shows something; a route that is not in here has been forgotten. */
  readonly examples: Readonly<Record<string, string>>
}

/**
 * Adds articles, a saved query with a record, notes and a feed, another by an import, collections, a correction, and what was deleted;
 * all of them have `mark` in their names and texts. The first account, or the owner of a site without accounts, owns them.
 */
export async function fillSite(site: TestSite, writer: Writer, mark: string): Promise<FullSite> {
  const [article = '', other = ''] = await addArticles(site, mark)
  await correct(site, writer, mark)
  const query = await saveQueries(site, writer, mark)
  const collection = await collectArticles(site, writer, { mark, article })
  const value = site.archive.get(article)?.facets.people[0]?.id ?? ''
  return { article, examples: examplesOf(site, { article, other, query, collection, value }) }
}

function addArticles(site: TestSite, mark: string): Promise<string[]> {
  const text = `A convoy reached ${mark} by night, as ${mark} itself reported before the harbour closed for the winter and every gate of it was shut.`
  const values = { people: [mark], places: [`${mark} < Northland`], weapons: [mark], cites: [mark] }
  const cleaning = {
    titleFrom: 'first line' as const,
    removed: [{ step: mark, start: 0, end: mark.length, text: mark }],
  }
  const more = { authors: [mark], dateline: mark }
  const [published, url] = ['2014-09-03', 'javascript:alert(1)//zyx']
  return site.add(
    {
      title: `Convoy ${mark}`,
      outlet: mark,
      text,
      published,
      url,
      ...values,
      cleaning,
      more,
      isCompared: true,
    },
    { title: `Convoy again ${mark}`, text: `${text} Again.`, ...values, isCompared: true },
  )
}

async function correct(site: TestSite, { post }: Writer, mark: string): Promise<void> {
  const id = site.archive.get(
    (await site.add({ title: 'A walk', text: 'Ada Quay.', people: ['Ada Quay'] }))[0] ?? '',
  )
  const value = id?.facets.people[0]?.id ?? ''
  await post('/corrections', {
    do: 'rename',
    facet: 'people',
    value,
    name: `Ada ${mark}`,
    note: mark,
  })
  await site.correcting.ended()
}

async function saveQueries(site: TestSite, { post }: Writer, mark: string): Promise<number> {
  const { savedQueries } = site.store
  const owner = site.store.accounts.list()[0]?.id ?? 0
  const search = new URLSearchParams({ q: `convoy OR "${mark}"` }).toString()
  await post('/saved', { name: mark, search })
  const query = savedQueries.list(owner)[0]?.id ?? 0
  await post(`/saved/${query}/notes`, { notes: mark, tags: mark })
  await post(`/saved/${query}/feed`, {})
  await post(`/saved/${query}/share`, { shared: 'yes' })
  await post(`/saved/${query}/duplicate`, {})
  const imported = {
    name: `Imported ${mark}`,
    search: 'q=convoy',
    notes: mark,
    tags: [mark],
    records: [],
  }
  const file = { format: 'dateline saved queries', version: 1, queries: [imported] }
  await post('/saved/import', { text: JSON.stringify(file) })
  const gone = savedQueries.add(owner, { name: `Gone ${mark}`, search, seen: 0 })
  await post(`/saved/${gone.id}/delete`, {})
  return query
}

async function collectArticles(
  site: TestSite,
  { post }: Writer,
  { mark, article }: { readonly mark: string; readonly article: string },
): Promise<number> {
  const owner = site.store.accounts.list()[0]?.id ?? 0
  for (const name of [`Deleted ${mark}`, mark]) await post('/collections', { name, notes: mark })
  const [deleted, kept] = site.store.collections
    .list(owner)
    .map(({ id }) => id)
    .sort((a, b) => a - b)
  await post(`/collections/${deleted ?? 0}/delete`, {})
  await post('/collect', { only: article, collection: String(kept ?? 0) })
  await post(`/collections/${kept ?? 0}/note`, { article, note: mark })
  return kept ?? 0
}

function examplesOf(
  site: TestSite,
  ids: {
    readonly article: string
    readonly other: string
    readonly query: number
    readonly collection: number
    readonly value: string
  },
): Readonly<Record<string, string>> {
  const { article, other, query, collection } = ids
  const value = encodeURIComponent(ids.value)
  const exports = ['csv', 'ris', 'bib', 'csl.json', 'jsonl', 'html', 'zip']
  const forms = (path: string, endings: readonly string[], example: string, parameters = '') =>
    Object.fromEntries(endings.map((each) => [path + each, example + each + parameters]))
  const page = ['', '.json']
  const owner = site.store.accounts.list()[0]?.id ?? 0
  return {
    '/': '/',
    '/health': '/health',
    '/opensearch.xml': '/opensearch.xml',
    ...forms(
      '/search',
      [...page, '.atom', ...exports.map((each) => `.${each}`)],
      '/search',
      '?q=convoy&group=family',
    ),
    '/suggest.json': '/suggest.json?q=conv',
    '/help': '/help',
    '/api': '/api',
    '/api/openapi.json': '/api/openapi.json',
    ...forms('/article/:id', [...page, '.ris', '.bib', '.csl.json'], `/article/${article}`),
    ...forms('/article/:id/similar', page, `/article/${article}/similar`),
    '/article/:id/differences/:other': `/article/${article}/differences/${other}`,
    '/article/:id/evidence': `/article/${article}/evidence?person=${value}`,
    '/article/:id/original': `/article/${article}/original`,
    '/article/:id/remove': `/article/${article}/remove`,
    ...forms('/facet/:facet', page, '/facet/person', '?q=convoy'),
    ...forms('/compare', page, '/compare', '?q=convoy'),
    ...forms('/entity/:facet/:id', page, `/entity/person/${value}`),
    ...forms('/saved', page, '/saved'),
    '/saved/export.json': '/saved/export.json',
    ...forms('/saved/:id', [...page, '/export.json'], `/saved/${query}`),
    ...forms('/new', page, '/new'),
    '/feed/:token.atom': `/feed/${site.store.feedTokens.of(owner, query)}.atom`,
    ...forms('/coverage', [...page, '.csv'], '/coverage', `?person=${value}`),
    ...forms('/names', [...page, '.csv'], '/names', '?names=convoy%0Azeppelin'),
    ...forms('/collections', page, '/collections'),
    ...forms(
      '/collections/:id',
      [...page, ...exports.map((each) => `.${each}`)],
      `/collections/${collection}`,
    ),
    '/corrections': '/corrections',
    '/corrections.jsonl': '/corrections.jsonl',
    '/correct': `/correct?person=${value}`,
    '/login': '/login',
    ...forms('/account', page, '/account'),
    ...forms('/audit', page, '/audit'),
  }
}
