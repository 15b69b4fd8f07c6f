import { keepCompiledCode } from '../../engine/compile-cache.js'
import { guardNode } from '../../engine/node-guard.js'
import { quietSqlite } from '../../engine/quiet-sqlite.js'

guardNode()
quietSqlite()
keepCompiledCode()
await import('./main.ts')
