import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { faultOf } from '../../engine/archive/open-database.ts'
import type { SetAside } from '../read/find-files.ts'
import type { RemarkGroup, Remarks } from './run-report.ts'

/** Remarks of one reason that are kept in memory, to be shown. */
export const remarksKept = 3

/** Reasons told apart in memory; further ones count as one. A source may fail in a million ways. */
const reasonsKept = 1000

type Kind = 'set aside' | 'conflict'

/** Collects what a run remarks: all of it in a file, made with the first remark, and a bounded summary in memory. */
export class RemarkList {
  readonly #folder: string
  readonly #run: number
  readonly #groups = { 'set aside': new Map<string, Group>(), conflict: new Map<string, Group>() }
  #file: number | undefined

  /** The list will be `<dataDir>/set-aside/<run>.tsv`. */
  constructor(dataDir: string, run: number) {
    this.#folder = join(dataDir, 'set-aside')
    this.#run = run
  }

  /** Where the list is; undefined when nothing was remarked. */
  get path(): string | undefined {
    return this.#file === undefined ? undefined : this.#path
  }

  add(kind: Kind, remark: SetAside): void {
    const groups = this.#groups[kind]
    const isKept = groups.has(remark.reason) || groups.size < reasonsKept
    const reason = isKept ? remark.reason : otherReasons
    const group = groups.get(reason) ?? { reason, count: 0, first: [] }
    groups.set(reason, group)
    group.count++
    if (group.first.length < remarksKept) group.first.push(remark)
    this.#write(row(kind, remark))
  }

  remarks(kind: Kind): Remarks {
    const groups = [...this.#groups[kind].values()]
    return { count: groups.reduce((sum, group) => sum + group.count, 0), groups }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }

  get #path(): string {
    return join(this.#folder, `${this.#run}.tsv`)
  }

  /** Throws DatabaseUnusable, which names the file, when it cannot be written. */
  #write(line: string): void {
    try {
      this.#append(line)
    } catch (error) {
      throw faultOf(this.#path, error)
    }
  }

  #append(line: string): void {
    if (this.#file === undefined) {
      mkdirSync(this.#folder, { recursive: true })
      this.#file = openSync(this.#path, 'w')
      writeSync(this.#file, 'what\tfile\tline\treason\n')
    }
    writeSync(this.#file, line)
  }
}

interface Group extends RemarkGroup {
  count: number
  first: SetAside[]
}

const otherReasons = 'other reasons'

function row(kind: Kind, { file, line, reason }: SetAside): string {
  const cells = [kind, file, line === undefined ? '' : String(line), reason]
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`
}
