// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { buildApp } from '../support/built-app.ts'
import { weigh } from '../support/weigh.ts'
import type { Table } from './measure.ts'

const folder = new URL('../../resources/scenarios/', import.meta.url)
type Scenario = { id: string; equipment: { kind: string }[] }

/** Compressed bytes of the first page's scripts and of what each 3D workshop adds, of the app as it is now. */
export async function measureFirstLoad(): Promise<Table> {
  const { first, threeD } = weigh((await buildApp()).folder)
  const scenarios = readdirSync(folder).map((id) => JSON.parse(readFileSync(new URL(`${id}/scenario.json`, folder), 'utf8')) as Scenario)
  return {
    title: 'Bytes over the wire (gzip)',
    rows: [
      { name: 'first page, all scripts before the catalogue paints', value: first / 1024, unit: 'KiB' },
      ...scenarios.map((scenario) => ({ name: `3D workshop, scripts it adds: ${scenario.id}`, value: threeD(scenario) / 1024, unit: 'KiB' })),
    ],
  }
}
