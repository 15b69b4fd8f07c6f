import { plainText } from './plain-text.ts'

const mostScripts = 50
const deepest = 40
const mostValues = 200_000
/** Running text of less than this is a teaser. */
const leastText = 500
const shortestParagraph = 60

/**
 * The text of an article that a page builds with scripts. Of the JSON in its scripts, alone or assigned to a variable, it is the strings
 * that stand in the same place of like things, such as the paragraphs of one list, where their running text is longest; '' where there
 * is none.
 */
export function embeddedText(html: string): string {
  const places = new Map<string, string[]>()
  for (const json of scriptsOf(html)) collect(json, places)
  let longest: readonly string[] = []
  let most = leastText
  for (const texts of places.values()) {
    const length = texts.reduce((sum, text) => sum + (isRunningText(text) ? text.length : 0), 0)
    if (length < most) continue
    most = length
    longest = texts
  }
  return [...new Set(longest)].map(plainText).join('\n\n')
}

function scriptsOf(html: string): unknown[] {
  const found: unknown[] = []
  let from = html.search(/<script/i)
  for (let count = 0; from >= 0 && count < mostScripts; count++) {
    const start = html.indexOf('>', from) + 1
    const end = start === 0 ? -1 : html.slice(start).search(/<\/script/i)
    if (end < 0) break
    found.push(parseAssigned(html.slice(start, start + end)))
    const next = html.slice(start + end + 1).search(/<script[\s>]/i)
    from = next < 0 ? -1 : start + end + 1 + next
  }
  return found
}

// `window.__STATE__ = {…};` and plain JSON
function parseAssigned(script: string): unknown {
  const start = script.search(/[[{]/)
  if (start < 0 || start > 200) return undefined
  try {
    return JSON.parse(script.slice(start).replace(/;?\s*$/, ''))
  } catch {
    return undefined
  }
}

// The place of a string is the way to it, without numbers: "blocks.#.text".
function collect(json: unknown, places: Map<string, string[]>): void {
  let left = mostValues
  const walk = (value: unknown, place: string, depth: number) => {
    if (typeof value === 'string') addTo(places, place, value)
    if (depth > deepest) return
    for (const [key, item] of entriesOf(value))
      if (left-- > 0) walk(item, `${place}.${/\d/.test(key) ? '#' : key}`, depth + 1)
  }
  walk(json, '', 0)
}

function addTo(places: Map<string, string[]>, place: string, text: string): void {
  const texts = places.get(place)
  if (texts) texts.push(text)
  else places.set(place, [text])
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function isRunningText(text: string): boolean {
  return (
    text.length >= shortestParagraph &&
    /[.!?…。！？।]/.test(text) &&
    !/^(?:https?:|data:|\/)/.test(text)
  )
}
