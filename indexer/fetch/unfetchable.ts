/** What an address gives cannot be had; the message is the reason, for the report. */
export class Unfetchable extends Error {
  override readonly name = 'Unfetchable'
  /** When asking again may help: `never` for what is refused or gone, `later` for what may pass. */
  readonly again: 'never' | 'later'
  /** Milliseconds after which the server wants to be asked again; 0 when it says nothing. */
  readonly wait: number

  constructor(
    message: string,
    options: ErrorOptions & { readonly again?: 'never' | 'later'; readonly wait?: number } = {},
  ) {
    super(message, options)
    this.again = options.again ?? 'never'
    this.wait = options.wait ?? 0
  }
}
