import { buildLayout, type Layout } from './layout.ts'

/** Everything that the login page prints. */
export interface LoginPage {
  readonly layout: Layout
  /** Where to go afterwards. */
  readonly next: string
  readonly name: string
  /** Why the last attempt failed; '' before the first. */
  readonly fault: string
  readonly formToken: string
}

export function buildLoginPage(
  form: Pick<LoginPage, 'next' | 'name' | 'fault'>,
  formToken: string,
): LoginPage {
  return { layout: buildLayout('Log in', '', undefined, ['accounts']), ...form, formToken }
}
