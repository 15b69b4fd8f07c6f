import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openTestSite, type TestSite } from '../../server/test-site.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'First', text: 'Ada speaks.', people: ['Ada'] },
    { title: 'Second', text: 'Ada is silent.' },
  )
})
afterEach(async () => {
  await site.close()
})

const fingerprint = (sequence: number) => site.archive.fingerprints([sequence])[0]

describe('the fingerprint of an article', () => {
  it('stays the same while the article says the same', async () => {
    const before = fingerprint(1)
    await site.add({ title: 'First', text: 'Ada speaks.', people: ['Ada'] })
    expect(fingerprint(1)).toEqual(before)
    expect(before?.content).toMatch(/^[0-9a-f]{16}$/)
  })

  it('has another content hash when the text changed', async () => {
    const before = fingerprint(1)
    await site.add({ title: 'First', text: 'Ada shouts.', people: ['Ada'] })
    expect(fingerprint(1)?.content).not.toBe(before?.content)
    expect(fingerprint(1)?.facets).toBe(before?.facets)
  })

  it('has another hash of facets when it is classified otherwise', async () => {
    const before = fingerprint(1)
    const lease = acquireLease(site.dataDir, 'a test')
    site.archive.resolveAgain(lease, [1], ({ facets }) => ({ ...facets, people: [] }))
    lease.release()
    expect(fingerprint(1)?.content).toBe(before?.content)
    expect(fingerprint(1)?.facets).not.toBe(before?.facets)
  })

  it('leaves out what the archive does not have', () => {
    expect(site.archive.fingerprints([2, 99, 1]).map(({ sequence }) => sequence)).toEqual([2, 1])
    expect([...site.archive.idsOf([1, 99]).keys()]).toEqual([1])
  })
})

describe('what changed after a change of the log', () => {
  it('names articles that came, changed or went', async () => {
    const before = site.archive.lastChange()
    expect(site.archive.changedAfter(before)).toEqual([])
    await site.add({ title: 'Second', text: 'Ada hums.' }, { title: 'Third' })
    expect(site.archive.changedAfter(before)).toEqual([2, 3])
  })
})
