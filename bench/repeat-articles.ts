import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inventedWord } from './invented-words.ts'
import { seeded } from './seeded.ts'

/** Of the longer words without a capital so many are others in a copy: enough that no copy is a near-duplicate of its original. */
const changedShare = 0.4
/** Lower-case words of five letters or more, not part of another. */
const longerWord = /(?<![\p{L}\p{N}'’-])\p{Ll}{5,}(?![\p{L}\p{N}'’-])/gu
const manyWords = 100_000

/**
 * Writes a file of JSON lines so many times into another: first as it is, then with other ids and addresses, and with four of ten of
 * the longer words exchanged for invented ones, the same for a word within one copy. Names stay. Returns how many lines that were.
 */
export async function repeatArticles(from: string, target: string, times: number): Promise<number> {
  let written = 0
  async function* lines(): AsyncGenerator<string> {
    for (let copy = 0; copy < times; copy++) {
      const exchange = exchanger(copy)
      for await (const line of createInterface({ input: createReadStream(from) })) {
        written++
        yield `${copy === 0 ? line : copyOf(line, copy, exchange)}\n`
      }
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(target))
  return written
}

function copyOf(line: string, copy: number, exchange: (text: string) => string): string {
  const article: unknown = JSON.parse(line)
  if (typeof article !== 'object' || article === null) return line
  const changed = Object.entries(article).map(([name, value]: [string, unknown]) => {
    if (name === 'id') return [name, `${String(value)}-${copy}`]
    if (typeof value !== 'string' || value === '') return [name, value]
    if (name === 'url') return [name, addressOf(value, copy)]
    return [name, name === 'title' || name === 'text' ? exchange(value) : value]
  })
  return JSON.stringify(Object.fromEntries(changed))
}

function addressOf(url: string, copy: number): string {
  if (!URL.canParse(url)) return `${url}-${copy}`
  const address = new URL(url)
  address.searchParams.set('copy', String(copy))
  return address.href
}

/** Exchanges words of texts, each word always for the same one. */
function exchanger(copy: number): (text: string) => string {
  const random = seeded(copy)
  const known = new Map<string, string>()
  return (text) =>
    text.replace(longerWord, (word) => {
      const found = known.get(word)
      if (found !== undefined) return found
      const other =
        random() < changedShare
          ? inventedWord(Math.floor(random() * manyWords)).toLowerCase()
          : word
      known.set(word, other)
      return other
    })
}
