import type { PageDocument } from './dom.ts'
import { plainText } from './plain-text.ts'

/** What a page's JSON-LD says about its article; lists are empty and texts '' where it says nothing. */
export interface LinkedArticle {
  readonly isFound: boolean
  readonly titles: readonly string[]
  readonly outlets: readonly string[]
  readonly published: readonly string[]
  readonly changed: readonly string[]
  readonly urls: readonly string[]
  readonly authors: readonly string[]
  readonly descriptions: readonly string[]
  readonly body: string
}

type Thing = ReadonlyMap<string, unknown>

const articleType = /(?:Article|BlogPosting|Report)$/
const deepest = 6

/** Reads the first article among a page's JSON-LD blocks, also in arrays and in @graph; everything is empty when there is none. */
export function readJsonLd(page: PageDocument): LinkedArticle {
  const things: Thing[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    collectThings(parseLoosely(script.textContent ?? ''), things, 0)
  }
  const article = things.find((thing) =>
    texts(thing.get('@type')).some((type) => articleType.test(type)),
  )
  const read = (property: string, key: string) => texts(article?.get(property), key, things)
  return {
    isFound: article !== undefined,
    titles: read('headline', 'name'),
    outlets: [...read('publisher', 'name'), ...sitesOf(things)],
    published: [...read('datePublished', '@value'), ...read('dateCreated', '@value')],
    changed: read('dateModified', '@value'),
    urls: [...read('url', '@id'), ...read('mainEntityOfPage', '@id')],
    authors: read('author', 'name'),
    descriptions: read('description', '@value'),
    body: plainText(read('articleBody', '@value').join('\n\n')),
  }
}

/** What the page calls the site that it is part of. */
function sitesOf(things: readonly Thing[]): string[] {
  return things
    .filter((thing) => texts(thing.get('@type')).includes('WebSite'))
    .flatMap((thing) => texts(thing.get('name')))
}

// In reading order and at any depth, because publishers nest their graphs as they please.
function collectThings(value: unknown, things: Thing[], depth: number): void {
  if (depth > deepest || typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) things.push(new Map(Object.entries(value)))
  for (const part of Object.values(value)) collectThings(part, things, depth + 1)
}

/** Texts, alone or in arrays, and the texts under `key` of things; a thing that is only a reference is looked up by its @id. */
function texts(value: unknown, key = '', things: readonly Thing[] = []): string[] {
  if (typeof value === 'string') return [value.trim()].filter((text) => text !== '')
  if (Array.isArray(value)) return value.flatMap((item: unknown) => texts(item, key, things))
  const thing = key === '' ? undefined : thingOf(value)
  return thing ? texts(resolve(thing, key, things).get(key)) : []
}

function thingOf(value: unknown): Thing | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
}

function resolve(thing: Thing, key: string, things: readonly Thing[]): Thing {
  const id = thing.get('@id')
  if (thing.has(key) || id === undefined) return thing
  return things.find((other) => other.get('@id') === id && other.has(key)) ?? thing
}

// Publishers leave raw line breaks in their strings and wrap the block in comments; broken JSON is as good as none.
function parseLoosely(json: string): unknown {
  const bare = json.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '')
  try {
    return JSON.parse(bare.replace(/[\x00-\x1f]/g, ' '))
  } catch {
    return undefined
  }
}
