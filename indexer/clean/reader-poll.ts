import { lineStep } from './cut-lines.ts'

const heading = /^urgent(?: poll)?:/i
const vote = /\bvote (?:here|now)\b(?: in (?:our|the|this|urgent) .{0,20}poll.{0,5})?[!.: ]*$/i
const question = /^[^.]{10,120}\?$/

/** Removes polls among readers: "Urgent Poll:", "Who won the debate? Vote Here!". */
export const removeReaderPolls = lineStep('reader poll', 160, (line, { lines }, index) => {
  if (heading.test(line) || vote.test(line)) return true
  return heading.test(lines[index - 1]?.text ?? '') && question.test(line)
})
