import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A page and what should be read from it; undefined where its gold does not say. */
export interface GoldPage {
  readonly file: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly title: string | undefined
  /** `YYYY-MM-DD`, also with a time after it. */
  readonly published: string | undefined
  readonly authors: readonly string[] | undefined
}

/** A gold file cannot be used; the message says why and what to do. */
export class GoldUnusable extends Error {
  override readonly name = 'GoldUnusable'
}

/** Reads the pages that a gold file names, in the order of their names. Throws GoldUnusable. */
export function readGoldPages(folder: string, goldFile: string): GoldPage[] {
  if (!existsSync(goldFile)) throw new GoldUnusable(`There is no file ${goldFile}. See --help.`)
  const lines = readFileSync(goldFile, 'utf8').split('\n')
  const pages = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [goldPage(line, `${goldFile}, line ${index + 1}`, folder)],
  )
  if (pages.length === 0) throw new GoldUnusable(`${goldFile} names no page.`)
  return pages.toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

function goldPage(line: string, where: string, folder: string): GoldPage {
  const fields = readFields(line, where)
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const file = text('file')
  const body = text('text')
  if (file === undefined || body === undefined)
    throw new GoldUnusable(`${where} wants "file" and "text".`)
  const authors: unknown = fields.get('authors')
  return {
    file,
    bytes: readPageBytes(join(folder, file)),
    text: body,
    title: text('title'),
    published: text('published'),
    authors: Array.isArray(authors) ? authors.map(String) : undefined,
  }
}

function readFields(line: string, where: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return new Map(Object.entries(value))
  } catch (cause) {
    throw new GoldUnusable(`${where} is not JSON.`, { cause })
  }
  throw new GoldUnusable(`${where} is not a JSON object.`)
}

function readPageBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new GoldUnusable(`The page ${path} is missing.`)
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}
