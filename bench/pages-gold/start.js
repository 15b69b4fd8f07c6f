import { guardNode } from '../../engine/node-guard.js'

guardNode()
await import('./main.ts')
