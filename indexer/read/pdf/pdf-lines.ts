/** A line of a page, as far as its neighbours decide what it is. */
export interface PdfLine {
  readonly text: string
  /** From the left edge of the page. */
  readonly left: number
  readonly right: number
  /** Of the baseline, from the bottom of the page. */
  readonly y: number
  /** Height of its letters. */
  readonly size: number
  /** 0 at the bottom of the page, 1 on top. */
  readonly height: number
}

/** A piece of text as pdf.js gives it. */
export interface Piece {
  readonly str: string
  /** A matrix; its last two numbers are the place. */
  readonly transform: readonly unknown[]
  readonly width: number
  readonly height: number
}

interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Puts the pieces of a page together to lines, in the order in which the page has them: that keeps columns apart. */
export function linesOfPage(pieces: readonly Piece[], view: readonly number[]): PdfLine[] {
  const [, bottom = 0, , top = 1] = view
  const lines: Placed[][] = []
  for (const piece of pieces.flatMap(placed)) {
    const line = lines.at(-1)
    if (line && continues(line, piece)) line.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => lineOf(line, bottom, top)).filter(({ text }) => text !== '')
}

function placed({ str, transform, width, height }: Piece): Placed[] {
  if (str === '') return []
  const [a = 0, b = 0, , , x = 0, y = 0] = transform.map(Number)
  return [{ text: str, x, y, width, size: height || Math.hypot(a, b) }]
}

function continues(line: readonly Placed[], piece: Placed): boolean {
  const last = line.at(-1)
  if (!last) return false
  const size = Math.max(last.size, piece.size, 1)
  const gap = piece.x - (last.x + last.width)
  // A superscript stands a little higher; a second column begins far to the right.
  return Math.abs(piece.y - last.y) < size * 0.5 && gap > -size && gap < size * 3
}

function lineOf(line: readonly Placed[], bottom: number, top: number): PdfLine {
  const inked = line.filter(({ text: piece }) => piece.trim() !== '')
  const y = inked[0]?.y ?? 0
  return {
    text: line.map(spaced).join('').replace(/\s+/g, ' ').trim(),
    left: Math.min(...inked.map(({ x }) => x)),
    right: Math.max(...inked.map(({ x, width }) => x + width)),
    y,
    size: Math.max(...inked.map(({ size }) => size)),
    height: (y - bottom) / (top - bottom || 1),
  }
}

/** Many documents have no spaces, only words at a distance. */
function spaced({ text, x, size }: Placed, at: number, line: readonly Placed[]): string {
  const before = line[at - 1]
  const isApart = before !== undefined && x - (before.x + before.width) > size * 0.15
  return isApart ? ` ${text}` : text
}
