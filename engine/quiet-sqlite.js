/** Keeps back the warning that some versions of Node 24 give on every start, that SQLite is experimental; every other one is shown. */
export function quietSqlite() {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning, ...rest) => {
    const text = warning instanceof Error ? warning.message : warning
    if (!text.startsWith('SQLite is an experimental feature')) emitWarning(warning, ...rest)
  }
}
