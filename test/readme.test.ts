import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { Archive } from '../engine/archive/archive.ts'
import { openEngine } from '../engine/open-engine.ts'
import { settingsTable } from '../engine/settings.ts'
import { sourceKinds } from '../indexer/read/source-kinds.ts'
import { createApp } from '../server/app.ts'
import { Correcting } from '../server/corrections/correcting.ts'
import { Store } from '../server/store/store.ts'
import { routesOf } from './server/routes-of.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'dateline-readme-'))
const archive = new Archive(folder)
const engine = await openEngine({ kind: 'embedded' }, archive)
const store = new Store(folder)
const correcting = new Correcting(archive, engine)
const routes = routesOf(createApp({ engine, archive, store, correcting, allowedHosts: [] }))

afterAll(async () => {
  await engine.close()
  store.close()
  archive.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('README', () => {
  it.each(settingsTable.map((setting) => [setting.name, setting.option, setting.default]))(
    'documents the setting %s',
    (name, option, byDefault) => {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` `))
      expect(row).toContain(`\`--${option}\``)
      expect(row).toContain(byDefault)
    },
  )

  it.each(sourceKinds)('tells what is read of $endings', ({ endings, article, known }) => {
    const written = endings.map((ending) => `\`${ending}\``).join(', ')
    const row = readme.split('\n').find((line) => line.startsWith(`| ${written} `))
    expect(row).toContain(`| ${article} `)
    expect(row).toContain(known)
  })

  it('knows the routes of the site', () => {
    expect(routes.length).toBeGreaterThan(8)
  })

  it.each(routes)('documents the route %s', (route) => {
    expect(readme).toContain(`\`${route}\``)
  })
})
