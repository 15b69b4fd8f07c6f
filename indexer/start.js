import { guardNode } from '../engine/node-guard.js'
import { quietSqlite } from '../engine/quiet-sqlite.js'

guardNode()
quietSqlite()
await import('./main.ts')
