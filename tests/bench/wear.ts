// SPDX-License-Identifier: EUPL-1.2
// What a run wears out: the machine's processors, by who uses them, and its disk.
import { readdirSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { loadavg } from 'node:os'

/** Hundredths of a second: what Linux counts processor time in, for programs (proc(5), _SC_CLK_TCK). */
const TICK_MS = 10

/** Milliseconds of processor so far of a process and of its children, those that ended too; 0 where there is no /proc. */
export function processorMsOf(parent: number): number {
  let ticks = 0
  for (const pid of pidsHere()) {
    const stat = statOf(pid)
    // After the name, which may hold anything: ppid is the second, utime the twelfth, then stime, cutime, cstime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number)
    if (Number(pid) === parent) ticks += fields[11]! + fields[12]! + fields[13]! + fields[14]!
    else if (fields[1] === parent) ticks += fields[11]! + fields[12]!
  }
  return ticks * TICK_MS
}

function pidsHere(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return [] // not Linux
  }
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return '' // ended meanwhile
  }
}

/** The load of the last minute: how many processes wanted a core. A wall time means little when it is above the cores. */
export const load = () => +loadavg()[0]!.toFixed(1)

/** @throws when this folder's disk has not so many bytes free, and as much again as a margin. */
export async function checkDisk(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const inGb = (value: number) => `${(value / 2 ** 30).toFixed(1)} GiB`
  if (free < 2 * bytes) throw new Error(`${folder} has ${inGb(free)} free, and this run may take ${inGb(bytes)}: give TMPDIR another disk, or ask for less`)
}
