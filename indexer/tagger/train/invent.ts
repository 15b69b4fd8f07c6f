import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LabelledName, LabelledText } from './corpus.ts'
import { joinTexts } from './corpus.ts'
import { inventor, type Inventor } from './invented-names.ts'
import type { Kind } from '../labels.ts'
import { randomFrom } from './random.ts'

const templateFile = join(import.meta.dirname, '..', '..', '..', 'seeds', 'tagger', 'templates.txt')

/** How many sentences an invented text has. */
const sentencesInText = 8

/**
 * Texts of sentences drawn from seeds/tagger/templates.txt, about `sentences` in all, with invented and listed names;
 * the same number and seed give the same texts.
 */
export function inventTexts(sentences: number, seed: number): LabelledText[] {
  const random = randomFrom(seed)
  const names = inventor(random)
  const templates = readTemplates()
  return Array.from({ length: Math.round(sentences / sentencesInText) }, () => {
    const story = new Map<string, string>()
    const drawn = Array.from(
      { length: sentencesInText },
      () => templates[Math.floor(random() * templates.length)] ?? '',
    )
    return joinTexts(drawn.map((template) => fill(template, story, names)))
  })
}

function readTemplates(): string[] {
  const lines = readFileSync(templateFile, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

const kindOfSlot: Readonly<Record<string, Kind>> = {
  PER: 'PER',
  SUR: 'PER',
  LOC: 'LOC',
  COUNTRY: 'LOC',
  STATE: 'LOC',
  ORG: 'ORG',
  CO: 'ORG',
  FIRM: 'ORG',
  OUT: 'ORG',
  FACILITY: 'LOC',
  SCHOOL: 'ORG',
  LAW: 'MISC',
  SHOW: 'MISC',
  LANGUAGE: 'MISC',
  THING: 'MISC',
  DEM: 'MISC',
}

/** Fills the braces of a sentence; `story` keeps what each stands for. */
function fill(template: string, story: Map<string, string>, names: Inventor): LabelledText {
  let text = ''
  const found: LabelledName[] = []
  let end = 0
  for (const slot of template.matchAll(/\{([A-Z]+)(\d)\}/g)) {
    text += template.slice(end, slot.index)
    end = slot.index + slot[0].length
    const [, kind = '', number = ''] = slot
    const name = nameFor(kind, number, story, names)
    const label = kindOfSlot[kind]
    if (label)
      found.push({
        kind: label,
        start: text.length,
        end: text.length + name.length,
      })
    text += name
  }
  return { text: text + template.slice(end), names: found }
}

function nameFor(
  kind: string,
  number: string,
  story: Map<string, string>,
  names: Inventor,
): string {
  if (kind === 'SUR') return nameFor('PER', number, story, names).split(' ').at(-1) ?? ''
  const known = story.get(kind + number)
  if (known !== undefined) return known
  const name = names(kind)
  story.set(kind + number, name)
  return name
}
