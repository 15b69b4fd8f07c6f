import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { Unreadable } from '../../../../indexer/read/draft.ts'
import { readPage } from '../../../../indexer/read/html/page-article.ts'

const folder = fileURLToPath(new URL('../../../fixtures/pages', import.meta.url))
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .sort()

/** What is read from a page, as its `.html-result` has it; of the days that may be that of publication only the first. */
function read(name: string): string {
  try {
    const draft = readPage(readFileSync(join(folder, name)))
    return `title: ${draft.title}
published: ${draft.published[0] ?? ''}
authors: ${draft.authors.join('; ')}
outlet: ${draft.outlet}
url: ${draft.url}
language: ${draft.language}

${draft.text}
`
  } catch (error) {
    if (error instanceof Unreadable) return `${error.message}\n`
    throw error
  }
}

describe('the article in a page', () => {
  it.each(names)('is that of %s-result', (name) => {
    expect(read(name)).toBe(readFileSync(join(folder, `${name}-result`), 'utf8'))
  })
})
