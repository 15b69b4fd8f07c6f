import { stripTypeScriptTypes } from 'node:module'

/** Jest transform: Node's own type stripping, so that tests run the code that production runs. */
export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) }
