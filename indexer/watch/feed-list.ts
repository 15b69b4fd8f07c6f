import { readFileSync, statSync } from 'node:fs'
import { parseOpml } from 'feedsmith'
import { UsageError } from '../../engine/settings.ts'
import { isWebAddress } from '../fetch/web-address.ts'

/** Longer lists are refused. */
const longest = 16 * 1024 * 1024

/**
 * Reads a list of feeds: one address a line, lines that begin with `#` being remarks, or OPML as feed readers export it. Each address
 * once. Throws UsageError for a file that cannot be read or names no feed.
 */
export function readFeedList(path: string): string[] {
  const text = readList(path)
  const addresses = /<opml[\s>]/i.test(text) ? opmlAddresses(text, path) : lineAddresses(text, path)
  if (addresses.length === 0)
    throw new UsageError(`${path} names no feed: write one address a line.`)
  return [...new Set(addresses)]
}

function readList(path: string): string {
  try {
    if (statSync(path).size > longest)
      throw new UsageError(`${path} is too long for a list of feeds.`)
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`The list of feeds ${path} cannot be read: ${reason}`, { cause })
  }
}

function lineAddresses(text: string, path: string): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const address = line.trim()
    if (address === '' || address.startsWith('#')) return []
    if (!isWebAddress(address))
      throw new UsageError(
        `${path}, line ${index + 1}: not an address of http or https: ${address}`,
      )
    return [address]
  })
}

interface Outline {
  readonly xmlUrl?: string
  readonly outlines?: readonly Outline[]
}

function opmlAddresses(text: string, path: string): string[] {
  try {
    return flattened(parseOpml(text).body?.outlines ?? []).filter(isWebAddress)
  } catch (cause) {
    throw new UsageError(`${path} is no OPML that can be read.`, { cause })
  }
}

function flattened(outlines: readonly Outline[]): string[] {
  return outlines.flatMap(({ xmlUrl, outlines: inner }) => [
    ...(xmlUrl === undefined ? [] : [xmlUrl.trim()]),
    ...flattened(inner ?? []),
  ])
}
