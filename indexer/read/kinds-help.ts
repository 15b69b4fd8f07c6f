import { sourceKinds } from './source-kinds.ts'

/** The kinds of files that are read, as lines for --help. */
export function kindsHelp(): string {
  return sourceKinds
    .map(({ endings, article, known }) =>
      [
        `  ${endings.join(' ')}`,
        ...wrapped(`One article is ${article}.`),
        ...wrapped(`Known: ${known}.`),
      ].join('\n'),
    )
    .join('\n')
}

const width = 94

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width)
      lines.push(`${lines.pop() ?? ''} ${word}`)
    else lines.push(`      ${word}`)
  }
  return lines
}
