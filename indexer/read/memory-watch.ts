import { workerData } from 'node:worker_threads'

/** Often enough that not even zeros fill a gigabyte in between. */
const milliseconds = 100

/** In bytes: all that the process holds. What libraries unpack is no part of the heap that V8 bounds. */
const limit = Number(workerData)
const parent = process.ppid

// A thread of its own, because the one that parses may be busy until the end.
setInterval(() => {
  // Tells who waits that it was the memory: the system itself ends processes by SIGKILL.
  if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGUSR2')
  // Nobody waits for the document any more.
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, milliseconds)
