import { findLines } from './cut-lines.ts'
import type { Step } from './page.ts'

/** Lines of the beginning that may be a date. */
const firstLines = 8
const longestDay = 120

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?'
const day = String.raw`(?:${weekday}${month} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|${weekday}\d{1,2}(?:st|nd|rd|th)? ${month},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})`
const zone = String.raw`(?: ?\(?(?:[ECMP][SD]?T|GMT|UTC|BST|MSK|IST|local time|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?)\)?)?`
const time = String.raw`\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?${zone}`
const label = String.raw`(?:(?:first |originally )?(?:published|updated|posted|created|modified|last (?:updated|modified)|date|issued)(?: on| at)?:? ?)`
const dayAlone = new RegExp(
  String.raw`^${label}?(?:${time}(?:,| on| -| \||,? )? ?)?${day}(?:[ ,|•T–-]*(?:at )?${time})?[ .|]*(?:[(/|•,–-]? ?${label}.{0,60})?$`,
  'i',
)
/** "2 minute readApril 25, 20232:26 PM GMT+2Last Updated 9 min ago" */
const glued = new RegExp(
  String.raw`^\d{1,2} min(?:ute)?s? read ?${day} ?${time}(?: ?last updated .{0,40})?$`,
  'i',
)
const ago =
  /^(?:(?:published|updated|posted):? )?\d{1,2} (?:year|month|week|day|hour|minute)s? ago$/i

/**
 * Takes lines that are nothing but a date out of the beginning of a text: "Published 10:15 GMT April 27, 2016", "6 years ago". Dating
 * reads them where the source gives no date.
 */
export const takePrintedDay: Step = {
  name: 'date line',
  find: (page) => findLines(page, ({ text }, index) => index < firstLines && isPrintedDay(text)),
}

function isPrintedDay(line: string): boolean {
  return line.length <= longestDay && [dayAlone, glued, ago].some((form) => form.test(line))
}
