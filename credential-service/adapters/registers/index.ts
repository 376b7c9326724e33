// SPDX-License-Identifier: EUPL-1.2
import academies from '#resources/registers/academies.json' with { type: 'json' }
import diplomas from '#resources/registers/diplomas.json' with { type: 'json' }
import type { Registers } from '#service/use-cases/diplomas/ports.ts'

const names = new Map(academies.academies.map(({ code, name }) => [code, name]))
const titles = Object.fromEntries(diplomas.diplomas.map(({ code, title }) => [code, title]))

/** What diplomas say of academies and titles: the registers of resources/registers. */
export const openRegisters = (): Registers => ({ academyName: (code) => names.get(code) ?? null, titles: () => titles })
