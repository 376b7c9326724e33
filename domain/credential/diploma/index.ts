// SPDX-License-Identifier: EUPL-1.2
export { checkLine, type Beside, type CheckedLine } from './check-line.ts'
export { CLAIM_BYTES, claimCodeOf, readClaimCode } from './claim-code.ts'
export { columns, readHeading, separatorOf, type Column, type Heading, type RawLine, type Separator } from './columns.ts'
export { columnWords, faultCodes, faultWords, type Fault, type FaultCode } from './faults.ts'
export { holderName, readDiplomaSaid, type DiplomaSaid } from './read.ts'
export type { DiplomaRecord, JuryResult } from './record.ts'
export { academyOf, isAcademy, registersFrom, sameAcademy, type RegisteredAcademy, type RegisteredDiploma, type Registers } from './registers.ts'
export { digestOfLine, digestOfResults, fileDigester, lineOfText, textOfLine, type FileKind, type KeptResult } from './results-digest.ts'
