const start = '/search'

/**
 * Where to go after logging in: a path of this site, else its start. An address of another site, however it is disguised (`//`, `/\`,
 * control characters, which browsers drop), leads to the start.
 */
export function safeNext(wanted: string): string {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || wanted.length > 4_000) return start
  const own = 'http://this.invalid'
  if (!URL.canParse(wanted, own)) return start
  const { origin, pathname, search, hash } = new URL(wanted, own)
  // Dots may have made two slashes of it.
  if (origin !== own || pathname.startsWith('//')) return start
  return pathname === '/login' ? start : pathname + search + hash
}
