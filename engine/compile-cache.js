import module from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Keeps compiled code under node_modules/.cache from one start to the next, for threads and child processes too: half of a start is
 * the reading of TypeScript. Where that folder may not be written, everything is read anew at each start. To be called before anything
 * else is imported. NODE_COMPILE_CACHE names another folder, NODE_DISABLE_COMPILE_CACHE=1 keeps nothing.
 */
export function keepCompiledCode() {
  const folder = fileURLToPath(new URL('../node_modules/.cache/dateline/', import.meta.url))
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE ?? folder)
  if (module.getCompileCacheDir() !== undefined) process.env.NODE_COMPILE_CACHE ??= folder
}
