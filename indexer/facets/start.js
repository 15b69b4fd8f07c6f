import v8 from 'node:v8'
import { keepCompiledCode } from '../../engine/compile-cache.js'
import { guardNode } from '../../engine/node-guard.js'

guardNode()
keepCompiledCode()
// Garbage is collected early: a long run takes 260 MB with two threads instead of 410, and a fifteenth more time.
v8.setFlagsFromString('--heap-growing-percent=20')
await import('./main.ts')
