import { distanceTo, type Pattern } from './edit-distance.ts'

/**
 * The words of a vocabulary in which similar ones are looked for, with the letters that each has: of 140,000 words one in a hundred
 * is read, and all are gone through in half a millisecond.
 */
export class LetterForms {
  /** One per line, each with its newline. */
  #forms = ''
  #rows: Rows = { count: 0, ends: new Int32Array(0), letters: new Int32Array(0) }

  /** Holds these forms, one per line, '' for none. */
  constructor(forms = '') {
    this.add(forms)
  }

  /** Adds forms, one per line. */
  add(forms: string): void {
    if (forms === '') return
    this.#rows = withRoom(this.#rows, forms.length)
    addRows(this.#rows, forms, this.#forms.length)
    this.#forms += `${forms}\n`
  }

  /** The forms that are near enough to a pattern, each with its distance, in any order. */
  near(pattern: Pattern): ReadonlyMap<string, number> {
    const found = new Map<string, number>()
    for (const row of rowsNear(this.#rows, pattern)) {
      const start = (this.#rows.ends[row - 1] ?? -1) + 1
      const end = this.#rows.ends[row] ?? start
      const away = distanceTo(pattern, this.#forms, start, end)
      if (away <= pattern.furthest) found.set(this.#forms.slice(start, end), away)
    }
    return found
  }
}

/** For each form where it ends and which letters it has, as a `Pattern` tells them. */
interface Rows {
  count: number
  readonly ends: Int32Array
  readonly letters: Int32Array
}

/** The same rows, with room for those of a text of this length. */
function withRoom(rows: Rows, length: number): Rows {
  const { count, ends, letters } = rows
  // Every letter a newline would be the most.
  const needed = count + length + 1
  if (needed <= ends.length) return rows
  const room = Math.max(needed, 2 * count)
  return { count, ends: longer(ends, room), letters: longer(letters, room) }
}

function longer(numbers: Int32Array, room: number): Int32Array {
  const copy = new Int32Array(room)
  copy.set(numbers)
  return copy
}

const newline = 10

/** One loop over the text, because calls for each of a million letters would cost most the first time. */
function addRows(rows: Rows, forms: string, base: number): void {
  const { ends, letters } = rows
  let { count } = rows
  let having = 0
  for (let at = 0; at < forms.length; at++) {
    const unit = forms.charCodeAt(at)
    if (unit !== newline) having |= 1 << unit
    else {
      letters[count] = having
      ends[count++] = base + at
      having = 0
    }
  }
  letters[count] = having
  ends[count++] = base + forms.length
  rows.count = count
}

/**
 * Rows whose words may be near enough by their lengths and letters: a letter missing or added changes one bit at most, another letter
 * two, a swap none. One loop without calls, as above.
 */
function rowsNear({ count, ends, letters }: Rows, { length, furthest, letters: own }: Pattern) {
  const near: number[] = []
  let end = -1
  for (let row = 0; row < count; row++) {
    const others = (ends[row] ?? 0) - end - 1
    end += others + 1
    const apart = Math.abs(others - length)
    if (apart > furthest) continue
    // Counts the bits: by pairs, by fours, by bytes, and all.
    let bits = own ^ (letters[row] ?? 0)
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    bits = Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
    if (bits <= 2 * furthest - apart) near.push(row)
  }
  return near
}
