import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answers } from '../../../server/api/answers.ts'
import { files } from '../../../server/api/files.ts'
import { openApi } from '../../../server/api/openapi.ts'
import { fieldsOf } from '../../../server/store/query-record.ts'
import { routesOf } from '../routes-of.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { closed, operationsOf, refsIn } from './document.ts'
import { makeValidator } from './make-validator.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

const described = openApi()
const operations = operationsOf(described)

describe('the OpenAPI document', () => {
  it('is what the site answers', async () => {
    const { status, body } = await site.get('/api/openapi.json')
    expect(status).toBe(200)
    expect(body).toEqual(JSON.parse(JSON.stringify(described)))
  })

  it('says what version 3.1 asks for', () => {
    expect(described).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Dateline', version: '1.0.0' },
      servers: [{ url: '/api/v1' }],
    })
    for (const { operation } of operations) {
      expect(operation).toMatchObject({
        operationId: expect.any(String),
        tags: [expect.any(String)],
      })
      for (const answer of Object.values(fieldsOf(operation['responses'])))
        expect(Object.keys(fieldsOf(answer))).toContainEqual(
          expect.stringMatching(/^(description|\$ref)$/),
        )
    }
  })

  it('gives every operation a name of its own', () => {
    const ids = operations.map(({ operation }) => operation['operationId'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers to nothing that is not there, and has nothing that is not referred to', () => {
    const refs = new Set(refsIn(described))
    const there = Object.entries(fieldsOf(described['components'])).flatMap(([kind, named]) =>
      kind === 'securitySchemes'
        ? []
        : Object.keys(fieldsOf(named)).map((name) => `#/components/${kind}/${name}`),
    )
    expect([...refs].sort()).toEqual(there.sort())
  })

  it('declares the parameters of every path, and each parameter once', () => {
    for (const { path, operation } of operations) {
      const parameters = listOf(operation['parameters']).map(resolved).map(fieldsOf)
      const names = parameters.map((each) => `${String(each['in'])} ${String(each['name'])}`)
      expect(new Set(names).size).toBe(names.length)
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => `path ${name}`)
      expect(names.filter((name) => name.startsWith('path '))).toEqual(inPath)
    }
  })

  it('has schemas that can be compiled, strictly', () => {
    const validate = makeValidator(closed(described))
    for (const name of Object.keys(fieldsOf(fieldsOf(described['components'])['schemas'])))
      expect(() => validate(name, null)).not.toThrow()
  })
})

describe('the table of what programs can ask for', () => {
  const listed = [...answers, ...files].map(({ route }) => route)

  it('has every route of the site that is no page, and no other', () => {
    const routes = routesOf(site.app).flatMap((route) => {
      const [method, path = ''] = route.split(' ')
      const isFile = /\.[a-z]+$/.test(path) || path.endsWith('/original') || path === '/health'
      return method === 'GET' && isFile ? [path] : []
    })
    expect(listed.toSorted()).toEqual(routes.toSorted())
    expect(listed.length).toBeGreaterThan(30)
  })

  it('tells every address on the page for programs', async () => {
    const { status, text } = await site.get('/api')
    expect(status).toBe(200)
    for (const { path } of operations) expect(text).toContain(`${path}</code>`)
    expect(Buffer.byteLength(text)).toBeLessThan(100_000)
  })

  it('is led to from the help', async () => {
    expect((await site.get('/help')).text).toContain('href="/api"')
  })
})

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A parameter, where it is told once for several operations. */
function resolved(parameter: unknown): unknown {
  const name = String(fieldsOf(parameter)['$ref']).split('/').at(-1) ?? ''
  return fieldsOf(fieldsOf(described['components'])['parameters'])[name] ?? parameter
}
