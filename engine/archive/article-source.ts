/**
 * Who prints an article, in SQL: the outlet by its name, else the host of the address as it is written, else ''. Articles of one source
 * share what is printed around them.
 */
export const sourceColumn = `case when outlet <> '' then outlet when instr(url, '//') = 0 then ''
  else substr(url, instr(url, '//') + 2, instr(substr(url, instr(url, '//') + 2) || '/', '/') - 1) end`

/** The same for an article at hand. */
export function sourceOf({ outlet, url }: { readonly outlet: string; readonly url: string }) {
  return outlet === '' ? (/^.*?\/\/([^/]*)/.exec(url)?.[1] ?? '') : outlet
}
