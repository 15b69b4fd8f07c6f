/** What a caller is ready to wait for. */
export interface Patience {
  /** Articles that match; TooBroad is thrown for more. */
  readonly articles: number
  /** Pages to read, as `WorkEstimate` tells before anything is read; TooBroad is thrown for more. */
  readonly pages: number
  /** Pages to read for which TooCostly is thrown. */
  readonly costlyPages: number
  /** Articles whose text is compared; TooCostly is thrown for more. */
  readonly compared: number
}

/** Any number of anything. */
export const endless: Patience = {
  articles: Infinity,
  pages: Infinity,
  costlyPages: Infinity,
  compared: Infinity,
}

/** What a light search may take: some 100 ms at most. */
export const light: Patience = {
  articles: 15_000,
  pages: 1_000,
  costlyPages: 6_000,
  compared: 200,
}

/** More articles match, or more is to be read, than the caller is ready to wait for. */
export class TooBroad extends Error {
  override readonly name: string = 'TooBroad'
}

/** So much is to be read or compared that even searches of many articles should not wait for it. */
export class TooCostly extends TooBroad {
  override readonly name = 'TooCostly'
}
