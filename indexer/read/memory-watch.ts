import { workerData } from 'node:worker_threads'

/** Often enough that not even zeros fill a gigabyte in between. */
const milliseconds = 100

/** In bytes: all that the process holds. What libraries unpack is no part of the heap that V8 bounds. */
const limit = Number(workerData)

// A thread of its own, because the one that parses may be busy until the end.
setInterval(() => {
  if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL')
}, milliseconds)
