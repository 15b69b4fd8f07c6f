import module from 'node:module'
import { openPileDesk } from './index-pile.ts'
import { notePhase, phaseOf } from './pile.ts'

// Indexes the pile phase after phase, from the one that the folder is in, until it is killed: node killed-child.ts FOLDER
const [folder = ''] = process.argv.slice(2)
const desk = await openPileDesk(folder, 'disturbed')
// Written at the end of a process otherwise, which this one has not.
module.flushCompileCache()
console.log('at work')
for (let phase = phaseOf(folder); ; phase++) {
  await desk.index(phase)
  notePhase(folder, phase + 1)
}
