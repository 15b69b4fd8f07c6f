import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { openTestArchive, record, type TestArchive } from './test-archive.ts'

let test: TestArchive
beforeEach(() => {
  test = openTestArchive()
})
afterEach(() => {
  test.remove()
})

it('an original that is read again by a new version of the processing is no former version', () => {
  const first = test.commit(record({ file: '/a', text: 'Talks began.' }))
  const again = record({ file: '/a', text: 'Talks began.', processing: 'v2' })
  expect(test.commit(again)).toMatchObject({ kind: 'replaced' })
  expect(test.archive.formerVersions(first.id)).toEqual([])
})

it('the version to which an article went back is no former one', () => {
  const [one, two] = ['Talks began.', 'Talks began well.'].map((text) =>
    record({ file: '/a', text }),
  )
  if (!one || !two) throw new Error('Two versions are needed.')
  const { id } = test.commit(one)
  test.commit(two)
  test.commit(one)
  const former = test.archive.formerVersions(id).map(({ originalHash }) => originalHash)
  expect(former).toEqual([two.original.hash])
})
