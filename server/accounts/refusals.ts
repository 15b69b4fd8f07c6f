/** Nobody is logged in, and the page is not for everybody. */
export class LoginNeeded extends Error {
  override readonly name = 'LoginNeeded'
}

/** Who is logged in may not do this. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** Too many attempts, or too many at once. `seconds` says when to try again. */
export class TryLater extends Error {
  override readonly name = 'TryLater'
  readonly seconds: number
  constructor(message: string, seconds: number) {
    super(message)
    this.seconds = seconds
  }
}

/** There are no accounts, and others than the owner could be asking. The message says what to do. */
export class WithoutAccounts extends Error {
  override readonly name = 'WithoutAccounts'
}
