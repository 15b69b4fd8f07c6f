import { lineStep } from './cut-lines.ts'

const calls: readonly RegExp[] = [
  /^click (?:here|to (?:get|read|see|view|watch|listen|sign|subscribe|learn|enlarge)|for (?:more|the))\b/i,
  /[\p{L}?,.:] ?click here[.!)\]]*$/iu,
  /^get the [\p{L} ]{2,40} app[!.]?$/iu,
  /^read (?:the )?latest (?:breaking )?news\b/i,
  /^visit .{2,60} homepage for more stories/i,
]

/** Removes lines that ask for a click: "CLICK HERE TO GET THE APP", "Click for more from the Gazette.", "Read Latest Breaking News From the Gazette". */
export const removeCallsToClick = lineStep('call to click', 160, (line) => {
  const said = line.replace(/^[^\p{L}]{1,5}/u, '')
  return calls.some((call) => call.test(said))
})
