import { DetectError, parseFeed } from 'feedsmith'
import { Unreadable } from '../read/draft.ts'

/** A feed as feedsmith reads it, by its format. */
export type Parsed = ReturnType<typeof parseFeed<string>>

/** A feed as parsed, and how many of its entries were too broken to be read. */
export interface ParsedFeed {
  readonly parsed: Parsed
  readonly broken: number
  /** How many more entries there are than were to be read. */
  readonly beyond: number
}

/**
 * Parses a feed of any format. No entity that a feed defines is expanded and nothing outside it is read: its DOCTYPE is dropped
 * before parsing, and so are entries beyond `most`: a document of a hundred thousand would take half a gigabyte. A feed that breaks off, or has a broken entry, gives its sound entries. Throws Unreadable when it is no feed.
 */
export function parseTolerantly(text: string, most: number): ParsedFeed {
  const { text: clean, beyond } = cut(withoutDoctype(text.replace(forbidden, '')), most)
  const whole = attempt(clean)
  if (whole) return { parsed: whole, broken: 0, beyond }
  const { head, entries, foot, broken } = pieces(clean)
  const sound = soundOnes(entries, head, foot)
  const parsed = attempt(head + sound.join('') + foot)
  if (!parsed) throw new Unreadable('no feed: its XML is broken from the beginning')
  return { parsed, broken: broken + entries.length - sound.length, beyond }
}

/** A feed with more broken entries is given up. */
const mostBroken = 200

/** What the head of a feed may be longer, when entries are tried one by one. */
const longestHead = 10_000

function soundOnes(entries: readonly string[], head: string, foot: string): string[] {
  const short = head.length > longestHead ? openings(head) : head
  let broken = 0
  return entries.filter((entry) => {
    const isSound = attempt(short + entry + foot) !== undefined
    if (!isSound && ++broken > mostBroken)
      throw new Unreadable(`no feed: more than ${mostBroken} of its entries are broken`)
    return isSound
  })
}

/** The tags that a head leaves open. */
function openings(head: string): string {
  const root = /<(?:\w+:)?(?:rss|feed|rdf)[^<>]{0,10000}>/i.exec(head)?.[0] ?? ''
  return root + (/<channel[^<>]{0,1000}>/i.exec(head)?.[0] ?? '')
}

/** Characters that XML does not allow, as publishing systems copy them from elsewhere. */
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]/g

function attempt(text: string): Parsed | undefined {
  try {
    return parseFeed(text)
  } catch (error) {
    if (error instanceof DetectError)
      throw new Unreadable('no feed: neither RSS nor Atom nor JSON Feed', { cause: error })
    return undefined
  }
}

/** Without what stands between `<!DOCTYPE` and the first tag of the feed. */
function withoutDoctype(text: string): string {
  const start = text.search(/<!doctype/i)
  const root = text.search(/<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i)
  return start < 0 || root < start ? text : text.slice(0, start) + text.slice(root)
}

const closing = /<\/(?:item|entry)\s*>/gi

/** The text up to the end of the last entry wanted, closed again, and how many entries follow. */
function cut(text: string, most: number): { readonly text: string; readonly beyond: number } {
  let count = 0
  let end = 0
  for (const match of text.matchAll(closing)) {
    count++
    if (count === most) end = match.index + match[0].length
  }
  if (count <= most) return { text, beyond: 0 }
  const head = text.slice(0, text.search(/<(?:item|entry)[\s>]/i))
  return { text: text.slice(0, end) + footOf(head), beyond: count - most }
}

interface Pieces {
  /** Everything before the first entry. */
  readonly head: string
  readonly entries: readonly string[]
  /** What closes the elements that `head` leaves open. */
  readonly foot: string
  /** Entries that never end. */
  readonly broken: number
}

/** Takes a feed apart at the tags of its entries. */
function pieces(text: string): Pieces {
  const name = /<(item|entry)[\s>]/i.exec(text)?.[1] ?? 'item'
  const opening = new RegExp(`<${name}[\\s>]`, 'gi')
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  const entries: string[] = []
  const first = text.search(opening)
  let broken = 0
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    closing.lastIndex = open.index
    const close = closing.exec(text)
    if (!close) {
      broken++
      break
    }
    entries.push(text.slice(open.index, closing.lastIndex))
    opening.lastIndex = closing.lastIndex
  }
  const head = first < 0 ? text : text.slice(0, first)
  return { head, entries, foot: footOf(head), broken }
}

function footOf(head: string): string {
  const root = /<((?:\w+:)?(?:rss|feed|rdf))[\s>]/i.exec(head)?.[1] ?? 'rss'
  const isOpen = /<channel[\s>]/i.test(head) && !/<\/channel\s*>/i.test(head)
  return `${isOpen ? '</channel>' : ''}</${root}>`
}
