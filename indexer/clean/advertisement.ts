import { lineStep } from './cut-lines.ts'

const mark =
  /^(?:advertisements?|advertising|sponsored(?: content)?|thanks for watching!? visit website|scroll to continue|ad feedback|(?:story|article|text|post) continue[sd]?(?: below)?(?: (?:this )?(?:advertisement|ad))?|continue reading(?: below| the main story)?)[ :.…]*/i
/** Marks in a row: "Advertisement Continue reading the main story". */
const mostMarks = 4

/** Removes the lines around advertisements: "Advertisement", "Story Continued Below", "AD". */
export const removeAdvertisements = lineStep('advertisement', 120, (line) => {
  let rest = line
  for (let marks = 0; marks < mostMarks && rest !== ''; marks++) rest = rest.replace(mark, '')
  return rest === '' || line === 'AD'
})
