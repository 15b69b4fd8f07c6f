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

/** Whether a short designator beside a weapon's is the size of a sheet of paper or a motorway: "A-10 envelopes", "the A-10 was closed". */
export function isPaperOrRoad(at: {
  readonly reading: Reading
  readonly from: number
  readonly to: number
}): boolean {
  const { end } = offsetsOf(at.reading, at.from, at.to)
  return paperOrRoad.test(at.reading.text.slice(end, end + 60))
}

const paperOrRoad =
  /^[\s-]*(?:(?:in|near|between|towards?) \p{Lu}\p{L}+ (?:and \p{Lu}\p{L}+ )?)?(?:sheets?|paper|envelopes?|format|size|motorway|highway|road|freeway|traffic|(?:stayed|remained|was|is) (?:open|closed|blocked|jammed) (?:for|to|by|between) (?:traffic|drivers|motorists|snow|an? (?:crash|accident)))\b/u

const civilBefore =
  /\b(?:flights?|airlines?|airways|route|highway|interstate|motorway|autoroute|autobahn|road|exit|rule|form|visas?|plate|tag|license|licence|number|vitamin|page|bill|act|proposition|resolution|article|room|gate|case|Rep\.|index|grade|vs\.|channel|asteroid|virus|protein|gene|compound|galaxy|Airbus|Boeing|Airlines|Corvette|Audi|BMW|Mercedes|Ford|Toyota|Honda|Tesla|Mazda|Lexus|Dodge|Chevrolet|Samsung|Galaxy|Nokia|squadron(?: \w+)?|Formula|Team|Group|gang)[\s("“]+(?:\w+ )?\(?$/i

const civilAfter =
  /^[\s)"”]*(?:-?(?:flights?|airlines?|visas?|highway|motorway|road|freeway|form|forms|plate|gang|gangs|district|seat|summit|talks|group|virus|vaccine|respirators?|masks?|engines?|airliners?|passenger|bonds?|stock|shares?|index|tax|grading|bus|trains?|subway|exit|interchange|students?|schools?|smartphone|phones?|tablet|camera|sedan|SUV|pickup|truck|trucks|cars?|reported|station|channel|uranium|centrifuges?|levels?))\b/i
