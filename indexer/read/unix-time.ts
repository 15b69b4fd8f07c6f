/** From 1979 to 2100: any other number is no time that an article can have. In seconds. */
const plausible = { from: 300_000_000, to: 4_102_444_800 }

/**
 * Writes a number of seconds or milliseconds since 1970 as a date, `2016-04-27T10:00:00.000Z`, as databases and services give it. Anything
 * else is left as it is.
 */
export function readUnixTime(printed: string): string {
  if (!/^\d{9,13}(?:\.\d{1,9})?$/.test(printed)) return printed
  const number = Number(printed)
  const seconds = [number, number / 1000].find(
    (each) => each >= plausible.from && each <= plausible.to,
  )
  return seconds === undefined ? printed : new Date(seconds * 1000).toISOString()
}
