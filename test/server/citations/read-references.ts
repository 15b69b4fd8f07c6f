/** The records of a RIS file: each its tags with their values in order. A line that is no tag throws. */
export function readRis(ris: string): Record<string, string[]>[] {
  const records: Record<string, string[]>[] = []
  let record: Record<string, string[]> = {}
  for (const line of ris.split('\r\n').slice(0, -1)) {
    const { tag, value } = readLine(line)
    if (tag === 'ER') {
      records.push(record)
      record = {}
    } else (record[tag] ??= []).push(value)
  }
  if (Object.keys(record).length > 0) throw new Error('The last record has no end.')
  return records
}

function readLine(line: string): { tag: string; value: string } {
  const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/u.exec(line) ?? []
  if (tag === '') throw new Error(`No line of RIS: ${line}`)
  return { tag, value }
}

/** An entry of a BibTeX file, its values without the braces and with the signs that commands stand for. */
export interface BibEntry {
  readonly kind: string
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}

/** Reads BibTeX by counting braces as BibTeX does, escaped ones too. Text between entries is no part of them. */
export function readBibtex(bib: string): BibEntry[] {
  const entries: BibEntry[] = []
  let at = bib.indexOf('@')
  while (at >= 0) {
    const open = bib.indexOf('{', at)
    const close = closing(bib, open)
    const body = bib.slice(open + 1, close)
    const comma = body.indexOf(',')
    entries.push({
      kind: bib.slice(at + 1, open),
      key: body.slice(0, comma),
      fields: readFields(body.slice(comma + 1)),
    })
    at = bib.indexOf('@', close)
  }
  return entries
}

function readFields(body: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const name = /\s*([a-z]+) = \{/y
  for (let found = name.exec(body); found; found = name.exec(body)) {
    const open = name.lastIndex - 1
    const close = closing(body, open)
    fields[found[1] ?? ''] = plainText(body.slice(open + 1, close))
    if (body[close + 1] !== ',') throw new Error(`Behind a field stands ${body.slice(close + 1)}`)
    name.lastIndex = close + 2
  }
  return fields
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error('A brace is not closed.')
}

const signs: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
}

function plainText(tex: string): string {
  return tex.replace(/\\([a-z]+)\{\}|\\([&%$#_])|[{}]/g, (_all, command?: string, sign?: string) =>
    command === undefined ? (sign ?? '') : (signs[command] ?? command),
  )
}
