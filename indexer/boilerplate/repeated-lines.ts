import type { SourceText } from '../../engine/archive/boilerplate.ts'
import { linesOf, type Line } from '../clean/page.ts'
import { namesOnly } from '../clean/names-only.ts'

/** In which texts a line stands, and where; copies of a text count once. */
interface Count {
  readonly head: Set<number>
  readonly tail: Set<number>
  readonly between: Set<number>
}

/** Longer lines are paragraphs, which outlets do not print again. UTF-16 units. */
const longestLine = 300
/** Lines of the beginning and the end of a text where outlets print what belongs to no article. */
const [headLines, tailLines] = [3, 6]
/** Of a longer text, so many lines of its beginning and of its end are counted. */
const mostLines = 200
/** Texts that a line must stand in, and their share of all. */
const fewest = { texts: 5, share: 0.01 }
/** A sentence at the head may be the article's own: "Here is what we know:". */
const fewestForSentence = { texts: 10, share: 0.05 }
/** Statements of this length, or with names in them, are what altered copies of one report share as well. */
const fewestForStatement = { texts: 100, share: 0.05 }
const longestSlogan = 150
/** So many of a line's texts have it at the head or at the tail only. */
const atEdge = 0.9

/** What comparing texts found. */
export interface Repeated {
  /** In alphabetical order. */
  readonly lines: readonly string[]
  /** How many texts were compared. */
  readonly texts: number
}

/**
 * The lines that an outlet prints around its articles, found by statistics alone: they stand in at least five different texts and a
 * hundredth of all, nearly always among the first or the last lines. What may say something about the one article is left out: names,
 * short questions, single words (datelines), and where it is from ("Specimen Wire contributed to this report.").
 */
export function repeatedLines(texts: Iterable<SourceText>): Repeated {
  const counts = new Map<string, Count>()
  const numbers = new Map<string, number>()
  let compared = 0
  for (const { text, copies } of texts) {
    const number = numbers.get(copies) ?? numbers.size
    numbers.set(copies, number)
    countLines(linesOf(text), number, counts)
    compared++
  }
  const lines = [...counts]
    .filter(([line, count]) => isRepeated(line, count, numbers.size) && mayBeBoilerplate(line))
    .map(([line]) => line)
  return { lines: lines.sort(), texts: compared }
}

function countLines(lines: readonly Line[], text: number, counts: Map<string, Count>): void {
  lines.forEach((line, index) => {
    const isFar = index >= mostLines && index < lines.length - mostLines
    if (isFar || line.text.length > longestLine) return
    const count = counts.get(line.text) ?? { head: new Set(), tail: new Set(), between: new Set() }
    count[placeOf(index, lines.length)].add(text)
    counts.set(line.text, count)
  })
}

function placeOf(index: number, lines: number): keyof Count {
  if (index < headLines) return 'head'
  return index >= lines - tailLines ? 'tail' : 'between'
}

function isRepeated(line: string, { head, tail, between }: Count, different: number): boolean {
  const all = head.union(tail).union(between).size
  const needed = neededFor(line, head.size > tail.size)
  if (all < needed.texts || all < needed.share * different) return false
  return all - between.size >= atEdge * all
}

function neededFor(line: string, isHead: boolean): typeof fewest {
  if (!isSentence(line)) return fewest
  if (line.length > longestSlogan || isStatement(line)) return fewestForStatement
  return isHead ? fewestForSentence : fewest
}

/** A sentence that names somebody or something and speaks to nobody: "The Ruritanian minister met Ann Lee in Vienna on Monday." */
function isStatement(line: string): boolean {
  const names = line.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu)?.length ?? 0
  return names >= fewestNames && line.split(' ').length >= 8 && !toReaders.test(line)
}

const fewestNames = 2
/** What sites say to their readers, and of their authors. */
const toReaders =
  /\b(?:you|your|us|our|we|subscribe|sign up|follow|click|copyright|rights reserved|newsletter|e-?mail|read|download|editor|reporter|correspondent|writer|columnist|author|fellow|professor|journalist)\b|https?:|www\.|@|©/i

function isSentence(line: string): boolean {
  return /[.!?:]["”’)]?$/.test(line) && line.split(' ').length >= 4
}

const origin =
  /\b(?:contribut(?:ed|ing|or)|material from|reporting by|reports? from|wire (?:services?|reports?))\b/i
const shortQuestion = /^(?:\S+ ){0,5}\S+\?$/

function mayBeBoilerplate(line: string): boolean {
  if (!/\p{L}.*[ /].*\p{L}/u.test(line) || origin.test(line) || shortQuestion.test(line))
    return false
  const isInCapitals = !/\p{Ll}/u.test(line)
  return isInCapitals || !namesOnly(line.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
}
