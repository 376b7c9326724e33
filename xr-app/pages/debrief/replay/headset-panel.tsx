// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { speeds } from '../../../engine/replay-session.ts'
import { stopwatch, useSay } from '../../../ui/say.ts'
import { useInHeadset } from '../../../xr/headset.tsx'
import type { PanelModel } from '../../../xr/panel-layout.ts'
import { Panel } from '../../../xr/panel.tsx'
import type { Reading } from '../read-debrief.ts'
import type { Opened } from './open-replay.ts'
import { useCount, usePaused, useSpeed } from './use-replay.ts'

type Props = { opened: Opened; reading: Reading; leave: () => void }

/** In the headset: at one's right, what was done in words, and everything the page's own buttons do. */
export function HeadsetPanel(props: Props) {
  return useInHeadset() ? <Standing {...props} /> : null
}

function Standing({ opened: { session, marks }, reading, leave }: Props) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const [count, paused, speed] = [useCount(session), usePaused(session), useSpeed(session)]
  const model = useMemo((): PanelModel => {
    const moment = reading.moments[count - 1]
    const faults = marks.filter(({ kind }) => kind !== 'met')
    const faster = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1
    return { rows: [
      { kind: 'title', text: moment ? `${stopwatch(moment.at)} · ${say(moment.gesture)}` : t('replay.begins') },
      ...(moment?.events ?? []).map(({ text }) => ({ kind: 'text' as const, text: say(text) })),
      { kind: 'button', button: { id: 'replay-run', label: t(paused ? 'replay.run' : 'replay.pause'), strong: true, press: () => (paused ? session.resume() : session.pause()) } },
      { kind: 'buttons', buttons: [
        { id: 'replay-before', label: t('replay.before'), press: () => session.step(-1) },
        { id: 'replay-next', label: t('replay.next'), press: () => session.step(1) }] },
      ...(faults.length > 0 ? [{ kind: 'button' as const, button: { id: 'replay-fault', label: t('replay.fault'), press: () => {
        session.pause()
        session.seek((faults.find(({ at }) => at > session.elapsed()) ?? faults[0])?.at ?? 0)
      } } }] : []),
      { kind: 'buttons', buttons: [
        { id: 'replay-speed', label: `${t('replay.speed')} ×${speed}`, press: () => session.setSpeed(faster) },
        { id: 'replay-leave', label: t('replay.leave'), press: leave }] },
    ] }
  }, [reading, count, paused, speed, marks, session, leave, say, t])
  return <group position={[0.86, 1.28, 0.98]} rotation={[0, -1.25, 0]}><Panel model={model} /></group>
}
