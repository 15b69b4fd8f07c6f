import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { gazetteerFolder } from '../../../engine/gazetteers/weapon-list.ts'
import { loadLists } from '../../extract/lists.ts'
import { noWeights, packWeights, tableWeights, weightsFile } from '../weights.ts'
import { examplesOf, readCorpus, type Example } from './corpus.ts'
import { inventTexts } from './invent.ts'
import { learn, usualLessons, type Lessons } from './learn.ts'
import { addScore, emptyScore, printScore } from './score.ts'

const help = `npm run train -- FILE... [options]

Learns the tagger's weights from labelled sentences, JSON lines of {"doc", "text", "entities": [{"type", "start", "end"}]},
and from sentences invented from the project's own lists. The same files, lists and seed give the same weights.

  --seed N      Which random numbers. Default: 1.
  --folds N     In how many parts the files' texts are cut; each is scored with weights from the others. 0: not at all. Default: 5.
  --invented N  How many sentences are invented. Default: 6000.
  --out FILE    Where the weights go. Default: seeds/tagger/weights.bin.
`

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    folds: { type: 'string', default: '5' },
    invented: { type: 'string', default: '6000' },
    out: { type: 'string', default: weightsFile },
    help: { type: 'boolean', default: false },
  },
})

if (options.help || files.length === 0) console.log(help)
else train()

function train(): void {
  const lists = loadLists(gazetteerFolder, noWeights)
  const lessons: Lessons = { ...usualLessons, seed: Number(options.seed) }
  const invented = inventTexts(Number(options.invented), lessons.seed).flatMap((text) =>
    examplesOf(text, lists),
  )
  const read = files.map((file) => ({
    file,
    texts: readCorpus(file).map((text) => examplesOf(text, lists)),
  }))
  printFolds(read, invented, lessons)
  const table = learn([...read.flatMap(({ texts }) => texts.flat()), ...invented], lessons)
  const packed = packWeights(table)
  mkdirSync(dirname(options.out), { recursive: true })
  writeFileSync(options.out, packed)
  console.log(`${table.features.length} features, ${packed.length} bytes: ${options.out}`)
}

function printFolds(
  read: readonly { file: string; texts: readonly (readonly Example[])[] }[],
  invented: readonly Example[],
  lessons: Lessons,
): void {
  const folds = Number(options.folds)
  const scored = read.map(({ file }) => ({ file, score: emptyScore() }))
  for (let fold = 0; fold < folds; fold++) {
    const others = read.flatMap(({ texts }) => texts.filter((_, at) => at % folds !== fold).flat())
    const weights = tableWeights(learn([...others, ...invented], lessons), `fold ${fold}`)
    read.forEach(({ texts }, at) => {
      const held = texts.filter((_, index) => index % folds === fold).flat()
      const score = scored[at]?.score
      if (score) addScore(score, held, weights)
    })
  }
  for (const { file, score } of scored.slice(0, folds === 0 ? 0 : scored.length))
    console.log(`${file}, held out\n${printScore(score)}`)
}
