import v8 from 'node:v8'
import { keepCompiledCode } from '../../engine/compile-cache.js'
import { guardNode } from '../../engine/node-guard.js'

guardNode()
keepCompiledCode()
// Garbage is collected early: two threads take some 260 MB for 2,000 articles instead of 320 to 360, and a twentieth more time.
v8.setFlagsFromString('--heap-growing-percent=20')
await import('./main.ts')
