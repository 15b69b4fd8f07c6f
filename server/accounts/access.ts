/** Who can reach the site, as its settings say. */
export interface Access {
  /** Whether it listens on more than loopback. */
  readonly isExposed: boolean
  /** Whether it serves others without accounts all the same. */
  readonly isForAnybody: boolean
  /** How many proxies stand in front of it, or their addresses; as Express takes it. */
  readonly trustProxy: false | number | readonly string[]
}

/** A site that only this machine reaches. */
export const onLoopback: Access = { isExposed: false, isForAnybody: false, trustProxy: false }

/** What to do where there is no account. */
export const howToAdd = 'npm run user -- add NAME'
