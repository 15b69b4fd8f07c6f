/** Elements whose content no reader sees; JSON-LD is a script too and stays. */
const opening = /<!--|<(script|style|svg)(?=[\s>/])/gi
const closing = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi, svg: /<\/svg\s*>/gi }
const embedded = /data:[a-z]+\/[a-z\d.+-]+;base64,[a-z\d+/=%]{200,}/gi

/**
 * A page without comments, scripts, styles, drawings and pictures written into it: half of most pages, which nothing reads but which
 * parsing would turn into a tree. What has no end stays, and so does JSON-LD.
 */
export function lighten(html: string): string {
  const pieces: string[] = []
  let from = 0
  opening.lastIndex = 0
  for (let start = opening.exec(html); start; start = opening.exec(html)) {
    const end = endOf(html, start)
    if (end < 0) break
    if (!isLinkedData(html, start.index)) {
      pieces.push(html.slice(from, start.index))
      from = end
    }
    opening.lastIndex = end
  }
  pieces.push(html.slice(from))
  return pieces.join('').replace(embedded, '')
}

function endOf(html: string, start: RegExpExecArray): number {
  const tag = start[1]?.toLowerCase()
  if (tag === undefined) {
    const end = html.indexOf('-->', start.index + 2)
    return end < 0 ? -1 : end + 3
  }
  const pattern = tag === 'script' ? closing.script : tag === 'style' ? closing.style : closing.svg
  pattern.lastIndex = start.index
  const end = pattern.exec(html)
  return end ? end.index + end[0].length : -1
}

function isLinkedData(html: string, at: number): boolean {
  return /^<script[^>]{0,300}ld\+json/i.test(html.slice(at, at + 330))
}
