import type { ChildProcess } from 'node:child_process'

const children = new Set<ChildProcess>()

/** Has a child process end with this one, however busy it is. One that is killed cannot see to it: its children notice by themselves. */
export function endWithThis(child: ChildProcess): void {
  if (children.size === 0) process.on('exit', endAll)
  children.add(child)
  child.once('exit', () => {
    children.delete(child)
    if (children.size === 0) process.off('exit', endAll)
  })
}

function endAll(): void {
  for (const child of children) child.kill('SIGKILL')
}
