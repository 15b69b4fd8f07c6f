import { decodeUtf8 } from './decode.ts'
import { Unreadable } from './draft.ts'
import { stringEnd } from './json/string-end.ts'

/** The fields of a line of JSON, unchecked. */
export type Fields = ReadonlyMap<string, unknown>

/** Reads a line of JSON, in UTF-8 with or without a byte order mark. Throws Unreadable, with the reason, unless it holds an object. */
export function readFields(line: Uint8Array): Fields {
  const json = decodeUtf8(line)
  if (json === undefined) throw new Unreadable('not UTF-8')
  if (isTooDeep(line)) throw new Unreadable(`not an article: nested more than ${deepest} deep`)
  const value = parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unreadable(`not an article but ${named(value)}: each line must be a JSON object`)
  }
  return new Map(Object.entries(value))
}

/** Articles are flat; what is nested a million deep takes a hundred bytes of memory for each of its own. */
const deepest = 1_000

const quote = 34
const opening = new Set([91, 123])
const closing = new Set([93, 125])

function isTooDeep(line: Uint8Array): boolean {
  // A short line cannot hurt.
  if (line.length < 1024 * 1024) return false
  let depth = 0
  for (let at = 0; at < line.length && depth <= deepest; at++) {
    const byte = line[at] ?? 0
    if (byte === quote) at = stringEnd(line, at) - 1
    else depth += Number(opening.has(byte)) - Number(closing.has(byte))
  }
  return depth > deepest
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    const cut = json.trimEnd().endsWith('}') ? '' : ' (the line seems cut off)'
    throw new Unreadable(`not valid JSON${cut}`)
  }
}

/** A field as text, '' where it is missing or null. Throws Unreadable for a field of another type. */
export function readString(fields: Fields, name: string): string {
  const value = fields.get(name) ?? ''
  if (typeof value !== 'string') throw wrongType(name, 'text', value)
  return value
}

/** Tells of a field of a wrong type, which is never turned into text. */
export function wrongType(name: string, expected: string, value: unknown): Unreadable {
  return new Unreadable(`"${name}" is ${named(value)}, but must be ${expected}`)
}

function named(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (value === null) return 'null'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
