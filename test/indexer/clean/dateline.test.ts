import { describe, expect, it } from '@jest/globals'
import { readDateline } from '../../../indexer/clean/dateline.ts'

describe('readDateline', () => {
  it.each([
    ['MOSCOW/ANKARA (Reuters) - General', 'MOSCOW/ANKARA (Reuters)'],
    ['WASHINGTON, April 27 (UPI) -- The', 'WASHINGTON, April 27 (UPI)'],
    ['TEHRAN – The minister', 'TEHRAN'],
    ['(CNN) — The minister', '(CNN)'],
    ['Washington (CNN)The minister', 'Washington (CNN)'],
    ['KABUL, Afghanistan (AP) — The', 'KABUL, Afghanistan (AP)'],
    ['MOSCOW, Russia - Russian minister', 'MOSCOW, Russia'],
    ['MOSCOW, May 5. /TASS/. The', 'MOSCOW, May 5. /TASS/'],
    ['Tehran, Feb 10, IRNA - The', 'Tehran, Feb 10, IRNA'],
    ['MOSCOW. Nov 12 (Interfax) - The', 'MOSCOW. Nov 12 (Interfax)'],
    ['Sept. 15 (UPI) -- The', 'Sept. 15 (UPI)'],
    ['LAS VEGAS — “No,”', 'LAS VEGAS'],
    ["TORONTO/ST JOHN'S, Newfoundland (Reuters) - A", "TORONTO/ST JOHN'S, Newfoundland (Reuters)"],
  ])('reads “%s”', (line, text) => {
    expect(readDateline(line)?.text).toBe(text)
  })

  it('says where the first sentence begins', () => {
    expect(readDateline('TEHRAN – The minister')).toMatchObject({ start: 0, end: 9 })
  })

  it('stands behind a byline', () => {
    const line = 'By Ann Lee MOSCOW (Reuters) - General'
    expect(line.slice(readDateline(line)?.start)).toBe('MOSCOW (Reuters) - General')
  })

  it.each([
    'Bernie Sanders — who is winning — spoke.',
    'Southerners — and some others — spoke.',
    'FILE - In this photo, a frigate',
    'UPDATE - Two more',
    'World Health Organization (WHO) Director Ann Lee spoke.',
    'Iran (R) said',
    'The talks resumed.',
  ])('finds none in “%s”', (line) => {
    expect(readDateline(line)).toBeUndefined()
  })
})
