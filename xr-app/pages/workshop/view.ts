// SPDX-License-Identifier: EUPL-1.2
import type { Session } from '../../engine/session.ts'
import type { PoseRecorder } from '../../service/poses.ts'

/**
 * What a way of working (Workshop3D.tsx, plain/plain-view.tsx) is given; each has it as its default export's props.
 * The page around it already shows the bar (time, evidence, finish), the captions, the hint and the ended screen.
 */
export type WorkshopViewProps = {
  session: Session
  /** Asks to end the attempt (the page confirms when it must). For a button inside the world. */
  finish: () => void
  /** Who keeps the movements of head and hands, when the learner asked for it. */
  poses?: PoseRecorder | null
  /** Goes on with the same attempt in words. For when the world cannot be shown. */
  toPlain: () => void
}
