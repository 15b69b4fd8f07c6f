/** What a name and its other spellings are compared by. */
export interface Named {
  readonly name: string
  readonly surfaces: readonly string[]
}

/** The form in which names compare: without case, accents, possessive endings, full stops and a leading "the". */
export function comparedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‐-―]/g, '-')
    .replace(/['’]s?\b/g, '')
    .replace(/^the /, '')
    .replace(/[\s.]+/g, ' ')
    .trim()
}

/** Everything that a value may be recognised by: its name and surfaces, each also without an s at its end. */
export function keysOf({ name, surfaces }: Named): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const form of [name, ...surfaces]) {
    const compared = comparedName(form)
    keys.add(compared)
    keys.add(compared.replace(/s$/, ''))
  }
  return keys
}

/** Whether two values have a form in common. */
export function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const key of some) if (others.has(key)) return true
  return false
}
