/** Says a period in English: `in April 2016`, `in or after March 2016`, `from 11 April 2016 to 2017`. Ends are '' where open. */
export function describeDates(from: string, to: string): string {
  if (from === to) return `${preposition(from)} ${spelledOut(from)}`
  if (from === '') return `${preposition(to)} or before ${spelledOut(to)}`
  if (to === '') return `${preposition(from)} or after ${spelledOut(from)}`
  return `from ${spelledOut(from)} to ${spelledOut(to)}`
}

const preposition = (date: string) => (date.length === 10 ? 'on' : 'in')

const months =
  'January February March April May June July August September October November December'.split(' ')

function spelledOut(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const ofYear = `${months[Number(month) - 1] ?? month} ${year}`
  return day === undefined ? ofYear : `${Number(day)} ${ofYear}`
}
