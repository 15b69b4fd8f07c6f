import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { gazetteerFolder } from '../../../engine/gazetteers/weapon-list.ts'

const countries = ['Iran', 'Ukraine', 'Turkey', 'Switzerland', 'Syria']
const people = ['Alma Karsten', 'Alma M. Karsten', 'Boris Tolliver', 'Chidi Okonjo-Reyes']
const deeds = ['inspected the S-300', 'refused to speak', 'signed the order', 'left for home']

const pick = (list: readonly string[], number: number) => list[number % list.length] ?? ''

function sentences(number: number, version: number): string {
  const told = Array.from({ length: 3 + (number % 4) }, (_, nth) => {
    const which = number * 7 + nth * 3 + version
    return `Defence Minister ${pick(people, which)} ${pick(deeds, which + nth)} in ${pick(countries, which)}, the Harbour Courier reported.`
  })
  return `${told.join(' ')} Item ${number}.`
}

/** Every seventh record changes from one phase to the next. */
const versionOf = (number: number, phase: number) => (number % 7 === phase % 7 ? phase : 0)

function jsonLineOf(number: number, phase: number): string {
  // Others cannot be read in some phases.
  if (number % 11 === phase % 11) return `{"id": ${number}, "text": "cut of\n`
  if (number % 13 === 0) return `{"id": ${number}, "text": ""}\n`
  const text = sentences(number, versionOf(number, phase))
  const url = number % 2 === 0 ? `https://courier.example/${number}` : ''
  const record = { id: number, url, title: `Talks, day ${number}`, outlet: 'Harbour Courier' }
  return `${JSON.stringify({ ...record, published: '2016-04-27', text })}\n`
}

const linesFrom = (first: number, count: number, phase: number) =>
  Array.from({ length: count }, (_, nth) => jsonLineOf(first + nth, phase)).join('')

/** Writes some 150 records of several kinds as they are in a phase: some change, some are copies of others, some cannot be read. */
export function writePile(folder: string, phase: number): void {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
  }
  write('a.jsonl', linesFrom(0, 60, phase))
  write('b.jsonl.gz', gzipSync(linesFrom(60, 40, phase)))
  write('c.jsonl', linesFrom(50, 20, phase))
  for (let number = 200; number < 225; number++)
    write(`${number}.txt`, `Day ${number}\n\n${sentences(number, versionOf(number, phase))}`)
  write('empty.txt', '')
  write('photo.jpg', 'x')
}

/** A folder of short lists: reading all of them would be most of a process's life. */
export function writeShortLists(folder: string, names: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  for (const name of names) {
    const lines = readFileSync(join(gazetteerFolder, name), 'utf8').split('\n')
    // Countries first: what a list says of others has to be in it.
    const kept = lines.slice(0, name === 'places.tsv' ? 245 : 30)
    writeFileSync(join(folder, name), kept.join('\n'))
  }
}

const phaseFile = (folder: string) => join(folder, 'phase')

/** The phase that a folder is in, from 1. */
export function phaseOf(folder: string): number {
  try {
    return Number(readFileSync(phaseFile(folder), 'utf8'))
  } catch {
    // No phase was finished yet.
    return 1
  }
}

/** Notes the phase that a folder is in; whole, or not at all. */
export function notePhase(folder: string, phase: number): void {
  writeFileSync(`${phaseFile(folder)}-new`, String(phase))
  renameSync(`${phaseFile(folder)}-new`, phaseFile(folder))
}
