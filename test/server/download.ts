import type { Express } from 'express'
import request from 'supertest'

/** A file that the site sent. */
export interface Download {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
}

/** Gets an address with its answer as the bytes that were sent. */
export async function download(app: Express, path: string): Promise<Download> {
  const chunks: Buffer[] = []
  const { status, headers } = await request(app)
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        done(null, undefined)
      })
    })
  return { status, headers, bytes: Buffer.concat(chunks) }
}
