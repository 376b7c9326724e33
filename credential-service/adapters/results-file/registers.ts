// SPDX-License-Identifier: EUPL-1.2
import academies from '#resources/registers/academies.json' with { type: 'json' }
import diplomas from '#resources/registers/diplomas.json' with { type: 'json' }
import { registersFrom, type RegisteredDiploma } from '#domain/credential/diploma/index.ts'

/** The diplomas and academies of resources/registers. */
export const knownRegisters = () => registersFrom(diplomas.diplomas as RegisteredDiploma[], academies.academies)
