import { existsSync, readFileSync } from 'node:fs'
import { correctionsPath } from '../../indexer/corrections/corrections-file.ts'
import type { Answer } from './answer.ts'
import { openTestSite, type TestSite } from './test-site.ts'

/** A site with three articles, and what its reader does about their people. */
export interface CorrectionsDesk {
  readonly site: TestSite
  readonly ids: readonly string[]
  /** The address of an article, by its number from 0. */
  article(nth: number): string
  /** The ids of the people whom an article has now. */
  people(nth: number): readonly string[] | undefined
  /** Of the corrections file. */
  lines(): readonly string[]
  correct(fields: Readonly<Record<string, string>>): Promise<Answer>
  undo(id: string): Promise<Answer>
}

export const ada = { facet: 'people', value: 'ada-admiral' }

export async function openCorrectionsDesk(): Promise<CorrectionsDesk> {
  const site = await openTestSite()
  const ids = await site.add(
    {
      title: 'A visit',
      text: 'Ada Admiral and Admiral Ada met Ben Broker.',
      people: ['Ada Admiral', 'Ben Broker'],
      outlet: 'Harbour Gazette',
      cites: ['Harbour Wire'],
    },
    { title: 'A return', text: 'Ada Admiral came back.', people: ['Ada Admiral'] },
    { title: 'A letter', text: 'Adah Admiral wrote.', people: ['Adah Admiral'] },
  )
  const article = (nth: number) => `/article/${ids[nth] ?? ''}`
  const path = correctionsPath(site.dataDir)
  return {
    site,
    ids,
    article,
    people: (nth) => site.archive.get(ids[nth] ?? '')?.facets.people.map(({ id }) => id),
    lines: () => (existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []),
    correct: (fields) => site.post('/corrections', fields),
    undo: (id) => site.post(`/corrections/${id}/undo`, { back: article(0) }),
  }
}

export const placeOf = ({ headers }: Answer) => String(headers['location'])
export const idIn = (answer: Answer) => /corrected=([a-z0-9]+)/.exec(placeOf(answer))?.[1] ?? ''
