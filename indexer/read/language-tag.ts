/** A language as a source declares it when it looks like a BCP 47 tag (en, pt-BR, en_GB), else ''. */
export function languageTag(declared: string): string {
  const tag = declared.trim().replace(/_/g, '-')
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : ''
}
