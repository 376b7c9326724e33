// SPDX-License-Identifier: EUPL-1.2
import type { Outcome } from './cell.ts'
import type { Row } from './rows.ts'

/** What one cell says: acquired or which criterion eliminated, how many gestures, how long in simulation time. */
export const cellText = ({ results, over, done, seconds }: Outcome): string => {
  const verdict = results.acquired ? 'acquired' : results.eliminated.length > 0 ? `eliminated by ${results.eliminated.join(', ')}` : 'not acquired'
  return `${verdict}${over ? `, ended by ${over}` : ''} · ${done.length} gestures · ${seconds.toFixed(0)} s`
}

export type Line = { row: Row; cells: Map<string, Outcome | string> }

/** The table of one scenario, as Markdown. A cell that did not come to its end says why. */
export function tableOf(scenario: string, lines: readonly Line[], inputs: readonly string[]): string {
  const ofScenario = lines.filter(({ row }) => row.scenario === scenario)
  const text = (cell: Outcome | string | undefined) => (cell === undefined ? 'not played' : typeof cell === 'string' ? `FAILED: ${cell}` : cellText(cell))
  return [
    `## ${scenario}`, '',
    `| play | seed | ${inputs.join(' | ')} |`, `|---|--:|${inputs.map(() => '---|').join('')}`,
    ...ofScenario.map(({ row, cells }) => `| ${row.name} | ${row.seed} | ${inputs.map((input) => text(cells.get(input))).join(' | ')} |`),
  ].join('\n')
}
