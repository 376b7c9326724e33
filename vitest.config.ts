// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

// What measures how fast the workshop is drawn runs one file at a time: two browsers rendering in software on a small
// machine starve each other, and a starved measure says nothing about the product.
const MEASURED = ['tests/app/device.test.ts', 'tests/xr/budget.test.ts', 'tests/xr/heap.test.ts']
// What drives a browser waits for its pages a sixth of the time: three files at a time on two cores. A failure there is
// tried once more, and the report says so: a browser without a graphics processor sometimes loses a frame that a person
// would not.
const PAGES = ['tests/app/**/*.test.{ts,tsx}']
const PLAYED = ['tests/xr/**/*.test.{ts,tsx}', 'tests/journey/**/*.test.ts', 'tests/parity/*.test.ts']
// Every play with every input takes many minutes: `npm run parity`. The ordinary tests hold a part of it.
const PARITY = ['tests/parity/whole/**/*.test.ts']
// Files share their worker's process, and its modules are read once: what one file changes in it (environment, arguments,
// spies) it puts back.
const RULES = ['tests/domain/**/*.test.ts', 'tests/engine/**/*.test.ts']
const NEVER = ['**/node_modules/**', '**/dist/**']

// Files that mostly wait, for blocks or for a process to start again: they leave a core idle, and begun last, each
// would be waited for alone.
const LONG = [/tests\/contracts\/in-step/, /tests\/service\/deliberation\/routes/, /tests\/service\/resealing\//, /\/(status-acts|taken|away|issuer-command|pipeline|outside-ledger|every-page)\.test/, /foundation\/start/, /tests\/(faults|journey)\//, /play-through/]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = ({ moduleId }: TestSpecification) => Number(LONG.some((one) => one.test(moduleId)))
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: RULES, exclude: NEVER, testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks', isolate: false },
      },
      {
        extends: true,
        test: { name: 'rooms', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...RULES, ...PAGES, ...PLAYED, ...PARITY, ...NEVER], testTimeout: 60_000, hookTimeout: 300_000, pool: 'forks', isolate: false, maxWorkers: 6 },
      },
      {
        extends: true,
        test: { name: 'browser', include: [...PAGES, ...PLAYED], exclude: [...MEASURED, ...NEVER], testTimeout: 300_000, hookTimeout: 300_000, pool: 'forks', isolate: false, retry: 1, maxWorkers: 3 },
      },
      {
        extends: true,
        test: { name: 'measured', include: MEASURED, exclude: NEVER, testTimeout: 300_000, hookTimeout: 300_000, pool: 'forks', fileParallelism: false, retry: 1 },
      },
      {
        extends: true,
        test: { name: 'parity', include: PARITY, exclude: NEVER, testTimeout: 1_200_000, hookTimeout: 300_000, pool: 'forks', fileParallelism: false },
      },
    ],
    maxWorkers: 2,
  },
})
