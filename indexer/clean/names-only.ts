const word =
  /^(?:[("“]?\p{Lu}|(?:and|in|for|of|the|at|with|from|to|by|de|del|della|der|den|di|da|van|von|bin|ibn|al|el|la|le|bint|ap)?[)]?$|(?:al|el|as|ar|ash|an|d|de)[-’']\p{Lu})/u

/** Whether a text is names and what joins them: every word begins with a capital or is one of a few small ones. */
export function namesOnly(text: string): boolean {
  return text.split(/[\s,;:&|/]+/).every((each) => word.test(each))
}
