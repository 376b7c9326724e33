// SPDX-License-Identifier: EUPL-1.2
import type { Outcome } from './cell.ts'
import type { Row } from './rows.ts'

/** What one cell says: acquired or which criterion eliminated, how many gestures, how long in simulation time. */
export const cellText = ({ results, over, done, seconds }: Outcome): string => {
  const verdict = results.acquired ? 'acquired' : results.eliminated.length > 0 ? `eliminated by ${results.eliminated.join(', ')}` : 'not acquired'
  return `${verdict}${over ? `, ended by ${over}` : ''} · ${done.length} gestures · ${seconds.toFixed(0)} s`
}

export type Line = { row: Row; cells: Map<string, Outcome | string> }

/** The tables of one scenario, as Markdown: a line per play, then a line per input of the perfect attempt. */
export function tableOf(scenario: string, lines: readonly Line[], everyday: readonly string[], others: readonly string[]): string {
  const ofScenario = lines.filter(({ row }) => row.scenario === scenario)
  const text = (cell: Outcome | string | undefined) => (cell === undefined ? 'not played' : typeof cell === 'string' ? `FAILED: ${cell}` : cellText(cell))
  const perfect = ofScenario.find(({ row }) => row.name === 'perfect')
  return [
    `## ${scenario}`, '',
    `| play | seed | ${everyday.join(' | ')} |`, `|---|--:|${everyday.map(() => '---|').join('')}`,
    ...ofScenario.map(({ row, cells }) => `| ${row.name} | ${row.seed} | ${everyday.map((input) => text(cells.get(input))).join(' | ')} |`),
    ...(perfect ? ['', '| perfect, with | |', '|---|---|', ...others.map((input) => `| ${input} | ${text(perfect.cells.get(input))} |`)] : []),
  ].join('\n')
}
