const [quote, backslash] = [34, 92]

/** Where a string of JSON ends, behind its closing quotation mark, or behind the last byte where that is missing. `start` is its first one. */
export function stringEnd(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(quote, start + 1)
  while (at >= 0 && isEscaped(bytes, at)) at = bytes.indexOf(quote, at + 1)
  return at < 0 ? bytes.length : at + 1
}

/** Of an even number of backslashes each second one is a letter. */
function isEscaped(bytes: Uint8Array, at: number): boolean {
  let before = at
  while (bytes[before - 1] === backslash) before--
  return (at - before) % 2 === 1
}
