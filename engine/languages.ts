const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** Whether people, places, weapons and cited media are looked for in texts of a language: in English ones and those of unknown language. */
export function hasFacets(language: string): boolean {
  return language === '' || language.split('-')[0] === 'en'
}

/** A language in English words: "Russian" for ru, "British English" for en-GB. The tag itself where there is no name, '' for ''. */
export function languageName(tag: string): string {
  const canonical = canonicalTag(tag)
  return canonical === '' ? tag : (names.of(canonical) ?? tag)
}

/** A tag as BCP 47 writes it, `en-GB` for en_gb; '' for what is none and for those that name no language (und, mul, zxx). */
export function canonicalTag(tag: string): string {
  const written = tag.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(written)) return ''
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(written)
    return /^(?:und|mul|zxx|mis)\b/.test(canonical) ? '' : canonical
  } catch {
    return ''
  }
}
