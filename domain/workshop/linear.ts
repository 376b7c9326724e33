// SPDX-License-Identifier: EUPL-1.2
/** Solves a small system of linear equations by Gaussian elimination with partial pivoting; the inputs are kept. */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let step = 0; step < size; step++) {
    let pivot = step
    for (let row = step + 1; row < size; row++) if (Math.abs(at(row, step)) > Math.abs(at(pivot, step))) pivot = row
    ;[rows[step], rows[pivot]] = [rows[pivot] ?? [], rows[step] ?? []]
    for (let row = step + 1; row < size; row++) {
      const factor = at(row, step) / at(step, step)
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * at(step, column))
    }
  }
  const answer = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    let sum = at(row, size)
    for (let column = row + 1; column < size; column++) sum -= at(row, column) * (answer[column] ?? 0)
    answer[row] = sum / at(row, row)
  }
  return answer
}
