import type { Page } from 'playwright-core'
import type { Draft } from '../server/test-site.ts'

/** Presses the button that filters have where no script applies them. */
export function applyFilters(page: Page): Promise<void> {
  return page.getByRole('form', { name: 'Filters' }).getByRole('button', { name: 'Apply' }).click()
}

/** 24 articles on a convoy, three of them near-duplicates, and two on a ferry that were compared. */
export const convoys: readonly Draft[] = [
  {
    title: 'Convoy reaches the harbour',
    text: 'Carla Convoy led the convoy of the S-300 through Northland.',
    outlet: 'Harbour Gazette',
    published: '2014-09-03',
    url: 'https://harbour.example/convoy',
    people: ['Carla Convoy'],
    places: ['Portville < Northland'],
    weapons: ['S-300 < Surface-to-air missile'],
    sample: true,
    more: { datesMentioned: [{ date: '2014-09-01', start: 0, end: 3 }] },
    cleaning: {
      titleFrom: 'first line',
      removed: [{ step: 'byline', start: 0, end: 6, text: 'By Ada' }],
    },
  },
  {
    title: 'A second convoy',
    text: 'Carla Convoy was there.',
    published: '2015',
    people: ['Carla Convoy'],
    family: 'convoys',
  },
  ...Array.from({ length: 22 }, (_, n) => ({
    title: `Report ${n + 1} on the convoy`,
    text: `Bruno Broker ${n + 1} watched.`,
    outlet: `Outlet ${n + 1}`,
    published: `20${String(n + 1).padStart(2, '0')}-05`,
    people: [`Bruno Broker ${n + 1}`],
    family: n < 3 ? 'convoys' : '',
  })),
  ...['open.', 'closed.'].map((how) => ({
    title: how === 'open.' ? 'Ferry waits for trucks' : 'Ferry kept waiting',
    text: `A ferry waited for twelve trucks at the far end of the quay until the harbour master had counted every crate twice and found the gate ${how}`,
    isCompared: true,
  })),
]
