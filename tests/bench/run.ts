// SPDX-License-Identifier: EUPL-1.2
// npm run bench                  prints the tables
// npm run bench -- --json FILE   writes the same as lines of name, value, unit, peer, ratio
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { measureCredentials } from './credentials.ts'
import { measureDiplomas } from './diplomas.ts'
import { measureFirstFrame } from './first-frame.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureGas } from './gas.ts'
import type { Row, Table } from './measure.ts'
import { measureWorkers } from './workers.ts'
import { measureVerification } from './verification.ts'
import { measureXrFrame } from './xr-frame.ts'

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

function print({ title, rows }: Table) {
  console.log(`\n## ${title}\n\n| what | value | unit | beside | ratio |\n|---|--:|---|---|--:|`)
  for (const row of rows) {
    console.log(`| ${row.name} | ${shown(row.value)} | ${row.unit} | ${row.peer ?? ''} | ${row.ratio === undefined ? '' : shown(row.ratio)} |`)
  }
}

async function main(args: string[]) {
  const flag = args.indexOf('--json')
  const file = flag < 0 ? undefined : args[flag + 1]
  if (flag >= 0 && !file) throw new Error('--json wants a file: npm run bench -- --json FILE')
  console.log(`${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
  const rows: Row[] = []
  for (const measure of [measureCredentials, measureDiplomas, measureWorkers, measureVerification, measureGas, measureFirstLoad, measureFirstFrame, measureXrFrame]) {
    const table = await measure()
    print(table)
    rows.push(...table.rows)
  }
  if (file) writeFileSync(file, rows.map(({ name, value, unit, peer, ratio }) => JSON.stringify({ name, value, unit, peer, ratio })).join('\n') + '\n')
}

await main(process.argv.slice(2))
