import { offsetsOf, type Reading } from './reading.ts'

/**
 * Whether a designator stands beside a word that makes it something of civil life: a flight, a road, a visa, a number plate, a
 * district, a share, an engine, an illness.
 */
export function civilCueNear(at: {
  readonly reading: Reading
  readonly from: number
  readonly to: number
}): boolean {
  const { start, end } = offsetsOf(at.reading, at.from, at.to)
  const { text } = at.reading
  return (
    civilBefore.test(text.slice(Math.max(0, start - 40), start)) ||
    civilAfter.test(text.slice(end, end + 30))
  )
}

const civilBefore =
  /\b(?:flights?|airlines?|airways|route|highway|interstate|motorway|autoroute|autobahn|road|exit|rule|form|visas?|plate|tag|license|licence|number|vitamin|page|bill|act|proposition|resolution|article|room|gate|case|Rep\.|index|grade|vs\.|channel|asteroid|virus|protein|gene|compound|galaxy|Airbus|Boeing|Airlines|Corvette|Audi|BMW|Mercedes|Ford|Toyota|Honda|Tesla|Mazda|Lexus|Dodge|Chevrolet|Samsung|Galaxy|Nokia|squadron(?: \w+)?|Formula|Team|Group|gang)[\s("“]+(?:\w+ )?\(?$/i

const civilAfter =
  /^[\s)"”]*(?:-?(?:flights?|airlines?|visas?|highway|motorway|road|freeway|form|forms|plate|gang|gangs|district|seat|summit|talks|group|virus|vaccine|respirators?|masks?|engines?|airliners?|passenger|bonds?|stock|shares?|index|tax|grading|bus|trains?|subway|exit|interchange|students?|schools?|smartphone|phones?|tablet|camera|sedan|SUV|pickup|truck|trucks|cars?|reported|station|channel|uranium|centrifuges?|levels?))\b/i
