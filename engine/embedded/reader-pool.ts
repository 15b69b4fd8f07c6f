import { availableParallelism } from 'node:os'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import {
  EngineBusy,
  EngineUnavailable,
  type FacetValuesAnswer,
  type FacetValuesRequest,
  type SearchRequest,
  type SimilarWord,
  type Spelling,
} from '../search-engine.ts'
import { Lane, type Waiting } from './lane.ts'
import type { PackedAnswer } from './packed-answer.ts'
import { endless, light } from './patience.ts'
import type { ReaderResult, ReaderTask } from './reader-thread.ts'

const cores = availableParallelism()
/** While broad searches take their time, a core is left to the light ones and to the site. */
const broadThreads = clamp(cores - 1, 1, 3)
const lightThreads = clamp(cores, 2, 4)
/** Costly searches have nothing to be quick for: one at a time, so that they take no more than one core together. */
const costlyThreads = 1
/** Further requests are refused rather than left to wait for minutes. */
const longestQueue = 100
/** The same of costly ones, each of which takes about a second. */
const longestCostlyQueue = 4
const secondsToTryAgain = 5

/** Picks what was asked for from a result; undefined for any other. */
type Take<T> = (result: ReaderResult) => T | undefined

/**
 * Threads that search, so that a slow query blocks neither the site nor other readers. There are three lanes: what takes a thread of the light
 * one more than its patience is left to the broad one, whose threads are fewer than the machine has cores, or to the costly one, where
 * few wait. So a search for two words is answered at once, however many broad ones wait, and the whole archive is counted while costly
 * ones take their time.
 */
export class ReaderPool {
  readonly #light: Lane
  readonly #broad: Lane
  readonly #costly: Lane
  #closed = false

  constructor(dataDir: string, patience = light) {
    this.#light = new Lane({ dataDir, patience, threads: lightThreads })
    this.#broad = new Lane({ dataDir, patience: endless, threads: broadThreads })
    this.#costly = new Lane({ dataDir, patience: endless, threads: costlyThreads })
  }

  /*
   * All of these reject with EngineUnavailable when the index cannot be read, with EngineBusy when too many requests wait, and when `signal` says that
   * nobody waits for the answer any more: what no thread has begun by then is not begun.
   */

  search(request: SearchRequest, signal?: AbortSignal): Promise<PackedAnswer> {
    const take: Take<PackedAnswer> = (result) =>
      result.kind === 'search' ? result.answer : undefined
    return this.#ask({ kind: 'search', request }, take, signal)
  }

  facetValues(request: FacetValuesRequest, signal?: AbortSignal): Promise<FacetValuesAnswer> {
    const take: Take<FacetValuesAnswer> = (result) =>
      result.kind === 'facetValues' ? result.answer : undefined
    return this.#ask({ kind: 'facetValues', request }, take, signal)
  }

  /** The sequence numbers of all articles that a request finds, ascending. */
  matching(request: SearchRequest): Promise<Int32Array> {
    const take: Take<Int32Array> = (result) =>
      result.kind === 'matching' ? result.answer : undefined
    return this.#ask({ kind: 'matching', request }, take)
  }

  suggest(word: string, limit: number): Promise<readonly SimilarWord[]> {
    const take: Take<readonly SimilarWord[]> = (result) =>
      result.kind === 'suggest' ? result.answer : undefined
    return this.#ask({ kind: 'suggest', word, limit }, take)
  }

  plan(query: Query, spelling: Spelling): Promise<Plan> {
    const take: Take<Plan> = (result) => (result.kind === 'plan' ? result.answer : undefined)
    return this.#ask({ kind: 'plan', query, spelling }, take)
  }

  async close(): Promise<void> {
    this.#closed = true
    const closed = new EngineUnavailable('The search engine was closed.')
    await Promise.all([this.#light, this.#broad, this.#costly].map((lane) => lane.close(closed)))
  }

  #ask<T>(task: ReaderTask, take: Take<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const refusal = this.#refusal(signal)
      if (refusal !== undefined) {
        reject(refusal)
        return
      }
      const finish = (result: ReaderResult) => {
        const answer = take(result)
        if (answer !== undefined) resolve(answer)
        else reject(new EngineUnavailable(result.kind === 'unavailable' ? result.message : wrong))
      }
      this.#begin({ task, finish, reject }, signal)
    })
  }

  /** In the light lane; what turns out to be broad or costly goes on in another, unless it was given up meanwhile. */
  #begin(waiting: Waiting, signal: AbortSignal | undefined): void {
    const giveUp = () => {
      waiting.reject(new EngineUnavailable(abandoned))
    }
    const finish = (result: ReaderResult) => {
      const isLeft = result.kind === 'too broad' || result.kind === 'too costly'
      if (!isLeft) waiting.finish(result)
      else if (signal?.aborted) giveUp()
      else if (result.kind === 'too broad') this.#broad.add(waiting)
      else if (this.#costly.waiting >= longestCostlyQueue)
        waiting.reject(new EngineBusy(manyCostly, secondsToTryAgain))
      else this.#costly.add(waiting)
    }
    const first: Waiting = { ...waiting, finish }
    signal?.addEventListener('abort', () => {
      if (this.#light.remove(first) || this.#broad.remove(waiting) || this.#costly.remove(waiting))
        giveUp()
    })
    this.#light.add(first)
  }

  #refusal(signal: AbortSignal | undefined): EngineUnavailable | undefined {
    if (this.#closed) return new EngineUnavailable('The search engine is closed.')
    if (signal?.aborted) return new EngineUnavailable(abandoned)
    return this.#light.waiting + this.#broad.waiting >= longestQueue
      ? new EngineBusy('Too many searches are waiting. Try again in a moment.', secondsToTryAgain)
      : undefined
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

const manyCostly =
  'Many searches for very common words are running. Try again in a moment, or use rarer words.'
const abandoned = 'The search was given up before it began.'
const wrong = 'A search thread answered something else than it was asked.'
