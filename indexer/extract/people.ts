import type { EntityMention } from './facet-values.ts'
import { standsInByline } from './bylines.ts'
import { namesAMaker } from './makers.ts'
import { fullNames } from './full-names.ts'
import { gatherPersons, type Person } from './persons.ts'
import { linkSingle } from './singles.ts'
import { indexNamesakes, type NamesakeIndex } from './namesakes.ts'
import type { FullName, NameRun } from './name-run.ts'
import { splitPair } from './pairs.ts'
import type { Lists } from './lists.ts'
import { findRuns } from './runs.ts'
import { surnamesAgain } from './surnames-again.ts'
import { tellBearersApart } from './shared-names.ts'
import type { Reading } from './reading.ts'
import { weighNames } from './weigh-names.ts'
import type { Tagger } from '../tagger/tagger.ts'
import { titledAlone } from './titled-alone.ts'
import { lowerWords } from './vocabulary.ts'

/**
 * Every person that an article names. Full names come from the list, a title, a known given name or what is said of
 * them; a surname alone goes to the full name that the same article gives, before or after it, title or text.
 * `taken` marks the words that other facets have claimed, by reading; the tagger weighs whole names.
 */
export function findPeople(
  readings: readonly Reading[],
  taken: ReadonlyMap<Reading, readonly boolean[]>,
  lists: Lists,
  tagger: Tagger,
): EntityMention[] {
  const vocabulary = lowerWords(readings)
  const runs = readings
    .flatMap((reading) => findRuns(reading, taken.get(reading) ?? [], lists))
    .filter(
      ({ reading, from, to }) =>
        !namesAMaker(reading, from, to) && !standsInByline(reading, from, to),
    )
  const sure = fullNames(runs, vocabulary, lists)
  const full = tellBearersApart(weighNames(sure, runs, { tagger, vocabulary, lists }), lists)
  const persons = gatherPersons(full, lists)
  const namesakes = indexNamesakes(persons)
  const inFull = new Set(full.map((name) => name.run))
  const singles = runs.filter((run) => !inFull.has(run)).flatMap(splitPair)
  const found = [
    ...persons.flatMap((person) => person.mentions.map((name) => mentionOf(name, person))),
    ...singles.flatMap((run) => linkRun(run, namesakes, vocabulary, lists)),
  ]
  return [...found, ...surnamesAgain(readings, { taken, found }, namesakes, lists)]
}

function mentionOf(name: FullName, person: Person): EntityMention {
  return {
    reading: name.run.reading,
    from: name.from,
    to: name.to,
    rule: name.rule,
    entity: person,
  }
}

function linkRun(
  run: NameRun,
  namesakes: NamesakeIndex,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): EntityMention[] {
  const linked = linkSingle(run, namesakes, vocabulary, lists)
  if (!linked) return titledAlone(run, vocabulary, lists)
  return [{ ...linked, reading: run.reading }]
}
