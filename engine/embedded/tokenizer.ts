/** Stands between the terms that are given to FTS5; no term has one. */
export const tokenSeparator = '\n'

/**
 * The tokenizer of the index, as SQL writes it. `ascii` takes every character beyond ASCII for part of a token, and here also every printable one:
 * it splits where our analysis did and nowhere else, also where compatibility forms bring spaces or brackets into a term (⑴).
 * `unicode61` has its own idea of what a letter is.
 */
export const tokenizer = quoted(`ascii tokenchars ${quoted(asciiSigns())}`)

function asciiSigns(): string {
  const printable = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i))
  return printable.filter((character) => !/[a-z0-9]/i.test(character)).join('')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
