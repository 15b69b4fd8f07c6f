import { describe, expect, it } from '@jest/globals'
import { commands } from '../../../indexer/commands/commands.ts'
import { usage } from '../../../indexer/usage.ts'

describe('--help', () => {
  it.each([...commands.keys()])('tells of %s', (name) => {
    expect(usage()).toContain(`npm run index -- ${name}`)
  })

  it.each(
    [...commands].flatMap(([name, { switches, values }]) =>
      [...switches, ...values].map((option) => [option, name] as const),
    ),
  )('tells of --%s, an option of %s', (option) => {
    expect(usage()).toContain(`--${option}`)
  })
})
