// SPDX-License-Identifier: EUPL-1.2
export {
  checkHead, checkPace, checkTiming, clockTolerance, linkOf, longestSilence, mostActions, mostPerSecond, nextChunk, placeInChain,
} from './chain.ts'
export type { Link } from './chain.ts'
export { expertRecording } from './expert.ts'
export type { ExpertFile, ExpertRecording } from './expert.ts'
export type { Assurance, Chunk, Mode, Recording, RecordingHead } from './recording.ts'
export { replay } from './replay.ts'
export { statementsOf } from './xapi.ts'
export type { OpaqueAccount, Statement } from './xapi.ts'
