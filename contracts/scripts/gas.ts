// SPDX-License-Identifier: EUPL-1.2
import { keepInStep } from './keep-in-step.ts'
import { gasPage } from './gas-page.ts'
import { measureGas } from './measure-gas.ts'

const kept = await keepInStep(new URL('../gas.md', import.meta.url), gasPage(await measureGas()), 'gas')
process.exitCode = kept ? 0 : 1
