/**
 * Ends the process with instructions when Node is older than 24. Plain JavaScript, so that an old Node can parse it.
 * npm scripts find Node 24 first on their PATH (the optional dependency `node`), so this fires only when that is missing.
 */
export function guardNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return
  console.error(
    `Dateline needs Node 24 or newer; this is Node ${process.versions.node}.\n` +
      'Run it through npm, which brings Node 24 along:\n' +
      '  npm install && npm start\n' +
      'If npm was told to leave optional packages out (--omit=optional), install them or Node 24 itself.',
  )
  process.exit(1)
}
