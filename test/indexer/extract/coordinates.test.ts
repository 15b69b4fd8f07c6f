import { describe, expect, it } from '@jest/globals'
import { distance } from '../../../indexer/extract/coordinates.ts'

describe('the distance between two points', () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 }

  it.each([
    ['nothing to itself', paris, 0],
    ['343 km from Paris to London', { latitude: 51.5074, longitude: -0.1278 }, 343.5],
    ['5,837 km from Paris to New York', { latitude: 40.7128, longitude: -74.006 }, 5837],
  ])('is %s', (_, other, kilometres) => {
    expect(Math.abs(distance(paris, other) - kilometres)).toBeLessThan(3)
  })

  it('goes the short way over the date line', () => {
    const fiji = { latitude: 0, longitude: 179 }
    expect(distance(fiji, { latitude: 0, longitude: -179 })).toBeLessThan(250)
  })
})
