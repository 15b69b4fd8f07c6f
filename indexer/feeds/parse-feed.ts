import { DetectError, parseFeed } from 'feedsmith'
import { Unreadable } from '../read/draft.ts'

/** A feed as feedsmith reads it, by its format. */
export type Parsed = ReturnType<typeof parseFeed<string>>

/** A feed as parsed, and how many of its entries were too broken to be read. */
export interface ParsedFeed {
  readonly parsed: Parsed
  readonly broken: number
}

/**
 * Parses a feed of any format. No entity that a feed defines is expanded and nothing outside it is read: its DOCTYPE is dropped
 * before parsing. A feed that breaks off, or has a broken entry, gives its sound entries. Throws Unreadable when it is no feed.
 */
export function parseTolerantly(text: string): ParsedFeed {
  const clean = withoutDoctype(text.replace(forbidden, ''))
  const whole = attempt(clean)
  if (whole) return { parsed: whole, broken: 0 }
  const { head, entries, foot, broken } = pieces(clean)
  const sound = entries.filter((entry) => attempt(head + entry + foot))
  const parsed = attempt(head + sound.join('') + foot)
  if (!parsed) throw new Unreadable('no feed: its XML is broken from the beginning')
  return { parsed, broken: broken + entries.length - sound.length }
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
