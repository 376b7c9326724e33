// SPDX-License-Identifier: EUPL-1.2
import { judgeAll as judge } from '../judged.ts'

declare global {
  var judgeAll: typeof judge
}

globalThis.judgeAll = judge
