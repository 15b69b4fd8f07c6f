import { createHmac } from 'node:crypto'

/**
 * The header that proves who sent an alert and when: `t=1767225600,v1=<hexadecimal HMAC-SHA256 of "1767225600.<body>">`, keyed with the
 * secret that sender and receiver share. A receiver computes it anew, compares in constant time, and refuses moments long past.
 */
export function signatureOf(body: string, secret: string, seconds: number): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${digest}`
}
