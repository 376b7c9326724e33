// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'

/** A process told from a later one that got the same number: by when it began, where the system says so (Linux). */
export type Trace = { pid: number; began: string | null }

/** When a running process began, in the system's ticks; null where there is no /proc. */
export function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces; the 22nd field of proc_pid_stat(5) is the 20th after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Ended, and only waiting for its parent to notice.
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
  } catch (cause) {
    if (['ENOENT', 'ESRCH'].includes((cause as NodeJS.ErrnoException).code ?? '')) return null
    throw cause
  }
}

export const traceOf = (pid: number): Trace => ({ pid, began: beganAt(pid) })

/** Whether that very process still runs. */
export function isAlive({ pid, began }: Trace): boolean {
  try {
    process.kill(pid, 0)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return began === null || beganAt(pid) === began
}

/** Asks a process to end, waits, and insists after `patience` milliseconds. */
export async function end(trace: Trace, patience = 5000): Promise<void> {
  const deadline = Date.now() + patience
  if (isAlive(trace)) process.kill(trace.pid, 'SIGTERM')
  while (isAlive(trace)) {
    if (Date.now() > deadline) process.kill(trace.pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
