/** No account has a longer name. */
export const longestAccountName = 60
export const shortestPassword = 10
/** Longer ones would only make work: no password needs so many characters. */
export const longestPassword = 500

/** A name as accounts have it: in lower case, so that nobody is locked out by a capital. */
export function toAccountName(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase()
}

/** What is wrong with the name of an account; '' for nothing. */
export function faultOfName(name: string): string {
  if (name === '') return 'The name is empty.'
  if (name.length > longestAccountName)
    return `The name has more than ${longestAccountName} characters.`
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]*$/u.test(name)
    ? ''
    : 'A name consists of letters, digits and . _ @ -, and begins with a letter or digit.'
}

/** What is wrong with a password for somebody of this name; '' for nothing. */
export function faultOfPassword(password: string, name: string): string {
  if (password.length < shortestPassword)
    return `A password has at least ${shortestPassword} characters. A sentence is a good one.`
  if (password.length > longestPassword)
    return `A password has at most ${longestPassword} characters.`
  const [plain, own] = [bare(password), bare(name)]
  if (new Set(plain).size < 4) return 'This password is the same few characters again and again.'
  // A name of one or two letters is in every other sentence.
  const rest = own.length < 3 ? plain : plain.replaceAll(own, '')
  return rest.length < shortestPassword && rest !== plain
    ? 'Without the name in it, this password is too short. Choose another.'
    : ''
}

const bare = (text: string) => text.normalize('NFKC').toLowerCase()
