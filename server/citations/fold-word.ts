/** The first letters and digits of a name in ASCII, lower case, at most 20: `Muñoz García` is `munozgarcia`. '' where it has none. */
export function foldWord(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 20)
}
