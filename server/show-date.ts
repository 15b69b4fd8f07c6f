const months =
  'January February March April May June July August September October November December'.split(' ')

/** A partial date for readers: `10 April 2016`, `April 2016`, `2016`; '' stays ''. */
export function showDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const monthAndYear = `${months[Number(month) - 1] ?? month} ${year}`
  return day === undefined ? monthAndYear : `${Number(day)} ${monthAndYear}`
}

/** A moment for readers, in the server's time zone: `10 April 2016, 14:05`. */
export function showMoment(iso: string): string {
  const moment = new Date(iso)
  const clock = [moment.getHours(), moment.getMinutes()].map((n) => String(n).padStart(2, '0'))
  return `${moment.getDate()} ${months[moment.getMonth()] ?? ''} ${moment.getFullYear()}, ${clock.join(':')}`
}
