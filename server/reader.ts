/** Who reads. */
export interface Reader {
  /** The number of the account, under which what is kept belongs to somebody; 0 for the owner of a site without accounts. */
  readonly owner: number
  /** '' for the owner of a site without accounts. */
  readonly name: string
  /** Whether corrections and deletions are theirs to make. */
  readonly isAdmin: boolean
}

/** Who reads where there are no accounts: whoever can reach the site, which then answers on this machine only. */
export const soleOwner: Reader = { owner: 0, name: '', isAdmin: true }

const readers = new WeakMap<object, Reader>()

/** Says who sent a request: once, before any page is made. */
export function setReader(request: object, reader: Reader): void {
  readers.set(request, reader)
}

/** Who sent a request. Throws where nobody has said so: what is not known to be allowed is refused. */
export function readerOf(request: object): Reader {
  const reader = readers.get(request)
  if (!reader) throw new Error('A page was asked for before it was known who reads.')
  return reader
}

/** Whether it was said who sent a request: not so for the few pages that everybody may see. */
export function isKnown(request: object): boolean {
  return readers.has(request)
}
