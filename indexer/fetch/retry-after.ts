/** Milliseconds that a Retry-After header asks for, given in seconds or as a date; 0 when it is missing, past or unreadable. */
export function retryWait(header: string | undefined, now: number): number {
  const given = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(given)) return Number(given) * 1000
  const date = Date.parse(given)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now)
}
