// SPDX-License-Identifier: EUPL-1.2
import type { Session } from '#app/engine/session.ts'
import type { Hands } from '#app/xr/hands.ts'
import type { StandingWorkshop } from '../stand/standing.ts'
import type { benchOf, Driver } from './driver.ts'
import { useIronInHand, type Side } from './in-hand.ts'
import { Joints } from './joints.tsx'

type Props = {
  workshop: StandingWorkshop; session: Session; driver: Driver; hands: Hands; side: Side
  bench: NonNullable<ReturnType<typeof benchOf>>
  /** Whether the iron is in the hand now. */
  active: boolean
}

/** The hand that solders: the iron follows it, and joints are held with it. */
export function IronInHand({ workshop, session, driver, hands, side, bench, active }: Props) {
  const wire = useIronInHand({ workshop, driver, bench, side, active })
  return active && <Joints workshop={workshop} session={session} driver={driver} hands={hands} board={bench.board} wire={wire} />
}
