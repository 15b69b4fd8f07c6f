import { offsetsOf, type Reading } from './reading.ts'

/**
 * Whether the words `from` to `to` stand where only the maker of a picture or of the article itself is named:
 * "(Reuters photo: Yuri Gripas)", "Stephanie Keith/Getty Images", "Rich Edson contributed to this report".
 */
export function namesAMaker(reading: Reading, from: number, to: number): boolean {
  const { start, end } = offsetsOf(reading, from, to)
  const before = reading.text.slice(Math.max(0, start - 40), start)
  if (creditBefore.test(before)) return true
  const after = reading.text.slice(end, end + 160)
  return creditAfter.test(after) || contributed.test(after)
}

const creditBefore =
  /(?:\b(?:photo(?:graph|s|graphs)?|image|picture|video|illustration|credit|pic)(?: by|:| courtesy of| credit:)|\bphotographer|(?:Reporting|Editing|Writing|Compiled) by|(?:\b(?:AFP|EPA|AP)|Reuters)(?: Photos?)? ?\/)\s*$/i

const creditAfter =
  /^\s?(?:\/|\|)\s?(?:(?:The )?(?:AFP|AP\b|Getty|REUTERS|Reuters|EPA|Bloomberg|Associated Press|NPR|Shutterstock|iStock|Anadolu|Pool\b|CNN|NBC|ABC|CBS|Xinhua|TASS|Sipa|Zuma|Redux|Polaris|Barcroft|USA TODAY|UPI|MCT|Rex\b|POLITICO|Politico|New York Times|Washington Post|Wall Street Journal))/

// Up to the end of the sentence: every name of the row is a reporter's.
const contributed =
  /^[^.!?\n]{0,140}\bcontributed (?:reporting|to (?:this|the) (?:report|story|article)\b)/
