import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What a hash costs, as scrypt names it; N is 2 to the power of `ln`. Memory: 128 · N · r bytes. */
export interface Cost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

/** OWASP Password Storage Cheat Sheet, scrypt: N = 2^17, r = 8, p = 1. 128 MB and some 0.3 s for a password. */
export const recommendedCost: Cost = { ln: 17, r: 8, p: 1 }

const hashBytes = 32
const hashForm = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/

/** Hashes a password with a salt of its own: `$scrypt$ln=17,r=8,p=1$salt$hash`. Letters that look alike by Unicode (NFKC) are one. */
export async function hashPassword(password: string, cost = recommendedCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  const { ln, r, p } = cost
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** Whether a hash is of this password; compared in constant time. What is no hash is of none. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, ln, r, p, salt = '', hash = ''] = hashForm.exec(stored) ?? []
  if (hash === '') return false
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost)
  const expected = Buffer.from(hash, 'base64url')
  return derived.length === expected.length && timingSafeEqual(derived, expected)
}

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const options = { N, r, p, maxmem: 128 * N * r + 16 * 1024 * 1024 }
  scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) => {
    if (error) reject(error)
    else resolve(key)
  })
  return promise
}
