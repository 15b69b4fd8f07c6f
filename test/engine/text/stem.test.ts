import { describe, expect, it } from '@jest/globals'
import { stem } from '../../../engine/text/stem.ts'

describe('inflections and spellings that share a term', () => {
  it.each([
    ['shoot', 'shooting', 'shootings', 'shoots'],
    ['hear', 'hearing', 'hearings'],
    ['build', 'building', 'buildings', 'builds'],
    ['nation', 'nations'],
    ['state', 'states', 'stated', 'stating'],
    ['area', 'areas'],
    ['militia', 'militias'],
    ['saudi', 'saudis'],
    ['houthi', 'houthis'],
    ['crisis', 'crises'],
    ['movie', 'movies'],
    ['spy', 'spies', 'spied'],
    ['try', 'tries', 'tried'],
    ['die', 'dies', 'died', 'dying'],
    ['add', 'adds', 'added', 'adding'],
    ['urge', 'urges', 'urged', 'urging'],
    ['control', 'controls', 'controlled', 'controlling'],
    ['experience', 'experiences', 'experienced', 'experiencing'],
    ['interfere', 'interferes', 'interfered', 'interfering'],
    ['succeed', 'succeeds', 'succeeded', 'succeeding'],
    ['focus', 'focuses', 'focused', 'focusing'],
    ['virus', 'viruses'],
    ['staff', 'staffs', 'staffed', 'staffing'],
    ['hundred', 'hundreds'],
    ['panic', 'panics', 'panicked', 'panicking'],
    ['manoeuvre', 'maneuver', 'manoeuvred', 'maneuvering'],
    ['refuel', 'refuelled', 'refueling'],
    ['traveller', 'traveler', 'travellers'],
    ['judgement', 'judgment', 'judgements'],
    ['organisational', 'organizational'],
    ['centre', 'center', 'centred', 'centered'],
  ])('%s', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })
})

describe('words that stay apart', () => {
  it.each([
    ['economics', 'economic'],
    ['ballistics', 'ballistic'],
    ['corps', 'corp'],
    ['clothes', 'cloth'],
    ['means', 'mean'],
    ['williams', 'william'],
    ['abrams', 'abram'],
    ['rhodes', 'rhode'],
    ['sars', 'sar'],
    ['policy', 'police'],
    ['universal', 'university'],
    ['organ', 'organization'],
    ['stared', 'starred'],
    ['caring', 'car'],
    ['hoping', 'hop'],
    ['tyre', 'tire'],
    ['cheque', 'check'],
    ['said', 'say'],
    ['men', 'man'],
  ])('%s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other))
  })
})
