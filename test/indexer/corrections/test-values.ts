import type { FacetValue } from '../../../engine/article.ts'
import type { Correction } from '../../../indexer/corrections/correction.ts'
import { parseCorrections } from '../../../indexer/corrections/corrections-file.ts'

/** A value that stands where these spellings do in a text. */
export function value(id: string, text: string, ...spellings: readonly string[]): FacetValue {
  const evidence = spellings.flatMap((spelling) => {
    const start = text.indexOf(spelling)
    return start < 0 ? [] : [{ field: 'text' as const, start, end: start + spelling.length }]
  })
  return { id, name: nameOf(id), evidence, rule: 'a test', broader: [] }
}

const nameOf = (id: string) =>
  id.replace(/(^|-)([a-z])/g, (_, _hyphen, letter: string) => ` ${letter.toUpperCase()}`).trim()

/** The corrections that these lines of a file say; throws where one is faulty. */
export function read(...lines: readonly object[]): readonly Correction[] {
  const { corrections, faults } = parseCorrections(
    lines.map((line) => JSON.stringify(line)).join('\n'),
  )
  const [fault] = faults
  if (fault) throw new Error(`Line ${fault.line} ${fault.problem}`)
  return corrections
}
