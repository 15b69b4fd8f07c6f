import { Session, type Profiler } from 'node:inspector/promises'

/** Steps of indexing, and where their code is. A step is its outermost call, with all that it calls but the steps `within` it. */
const steps: readonly (readonly [step: string, place: RegExp])[] = [
  ['clean', /\/indexer\/(?:clean|boilerplate)\//],
  ['language', /\/indexer\/language\//],
  ['dates', /\/indexer\/dates\//],
  ['extract', /\/indexer\/(?:extract|tagger)\//],
  ['signature', /\/indexer\/families\//],
  ['parse', /\/indexer\/read\/(?:json-article|json-fields|decode|draft)/],
  ['read', /\/indexer\/read\//],
  ['names', /\/indexer\/canonical\//],
  ['families', /\/engine\/archive\/(?:famil|sketch)/],
  ['archive commit', /\/engine\/archive\//],
  ['engine analysis', /\/engine\/embedded\/prepare-change/],
  ['engine writing', /\/engine\/embedded\//],
]

/** Steps that others call, and that are told apart from them; what else a step calls is part of it. */
const within = new Set(['parse', 'families', 'engine analysis'])

/** The steps in the order of the work, and `other`, which is most of all waste collection. */
export const stepNames = [
  ...['read', 'parse', 'clean', 'language', 'dates', 'extract', 'signature', 'archive commit'],
  ...['families', 'names', 'engine analysis', 'engine writing', 'other'],
]

/** Does some work and says which share of this thread's time each step took. */
export async function profileSteps(work: () => Promise<void>): Promise<Map<string, number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 1_000 })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return sharesOf(profile)
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const stepOf = stepsOf(nodes)
  const spent = new Map<string, number>()
  let all = 0
  for (const [at, node] of samples.entries()) {
    const step = stepOf.get(node)
    if (step === undefined) continue
    const time = timeDeltas[at] ?? 0
    all += time
    spent.set(step, (spent.get(step) ?? 0) + time)
  }
  return new Map([...spent].map(([step, time]) => [step, time / all]))
}

/** The step of each node of the tree of calls; idle ones have none. Nodes come before those that they call. */
function stepsOf(nodes: readonly Profiler.ProfileNode[]): Map<number, string> {
  const found = new Map<number, string>()
  for (const { id, callFrame, children = [] } of nodes) {
    const step = stepAt(callFrame, found.get(id) ?? 'other')
    found.set(id, step)
    for (const child of children) found.set(child, step)
  }
  for (const { id, callFrame } of nodes) if (callFrame.functionName === '(idle)') found.delete(id)
  return found
}

function stepAt({ url }: Profiler.ProfileNode['callFrame'], above: string): string {
  const own = steps.find(([, place]) => place.test(url))?.[0]
  return own !== undefined && (above === 'other' || within.has(own)) ? own : above
}
