// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StageSpan } from '../../../engine/replay-stages.ts'
import type { ReplaySession } from '../../../engine/replay-session.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { stopwatch, useSay } from '../../../ui/say.ts'
import { momentAddress } from '../moments.ts'
import { clustersOf, gravest } from './marks.ts'
import type { Mark } from './marks.ts'
import type { Opened } from './open-replay.ts'
import { Scrubber } from './transport.tsx'
import { useTime } from './use-replay.ts'

const signs: Record<Mark['kind'], { icon: IconName; tone: string }> = {
  fault: { icon: 'stop', tone: 'refused' }, 'not-met': { icon: 'cross', tone: 'refused' }, met: { icon: 'check', tone: 'valid' },
}
/** A sign is this wide, and never touches its neighbour. */
const signPx = 44

/** The attempt along one line of time: its stages, its gestures, what was decided and when, and the expert's beside. */
export function Lanes({ opened, own, words }: { opened: Opened; own: boolean; words: string }) {
  const { session, spans, marks, expert } = opened
  const { t } = useTranslation('debrief')
  const { box, width } = useWidth()
  const span = Math.max(session.length, expert?.length ?? 0, 1)
  const share = (at: number) => `${(100 * at) / span}%`
  return (
    <div className="lanes">
      <Lane title={t('replay.time')}><Scrubber session={session} span={span} words={words} /></Lane>
      <Lane title={t(own ? 'replay.you' : 'replay.learner')} box={box}>
        <Stages spans={spans} share={share} />
        <Ticks at={session.recordedAt} share={share} />
      </Lane>
      <Lane title={t('replay.criteria')}>
        <ul className="signs">
          {clustersOf(marks, (at) => (at / span) * width, signPx).map((cluster) => <Sign key={cluster[0]?.at} cluster={cluster} share={share} />)}
        </ul>
      </Lane>
      {expert && (
        <Lane title={t('replay.expert')}>
          <Stages spans={expert.spans} share={share} />
          <Ticks at={expert.actions.map(({ at }) => at)} share={share} />
          <Here session={session} at={(now) => share(expert.beside(now))} ghost />
        </Lane>
      )}
      <div className="across"><Here session={session} at={share} /></div>
    </div>
  )
}

type LaneProps = { title: string; box?: React.RefObject<HTMLDivElement | null>; children: ReactNode }

const Lane = ({ title, box, children }: LaneProps) => (
  <div className="lane"><span className="lane-title">{title}</span><div className="track" ref={box}>{children}</div></div>
)

/** Stages one after another; the names that have no room are in the list of places to go to. */
function Stages({ spans, share }: { spans: readonly StageSpan[]; share: (at: number) => string }) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  return (
    <ol className="spans">
      {spans.filter(({ from, to }) => to > from).map(({ id, title, from, to, done }) => (
        <li key={id} className={done ? undefined : 'undone'} style={{ left: share(from), width: share(to - from) }} title={say(title)}>
          <span>{say(title)}{!done && ` (${t('replay.undone')})`}</span>
        </li>
      ))}
    </ol>
  )
}

const Ticks = ({ at, share }: { at: readonly number[]; share: (at: number) => string }) =>
  <div className="ticks" aria-hidden="true">{at.map((one, i) => <i key={i} style={{ left: share(one) }} />)}</div>

/** What was decided at a moment, or at moments too close to tell apart: a sign, and its words for whoever asks. */
function Sign({ cluster, share }: { cluster: Mark[]; share: (at: number) => string }) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const kind = gravest(cluster)
  const worst = cluster.find((one) => one.kind === kind)
  const { icon, tone } = signs[kind]
  const words = cluster.map((one) => `${stopwatch(one.at)}, ${t(`replay.kind.${one.kind}`)} : ${say(one.text)}`).join(' ; ')
  return (
    <li style={{ left: share(cluster[0]?.at ?? 0) }}>
      <a className={`sign tone ${tone}`} href={momentAddress(worst?.at ?? 0)} title={words}>
        <Icon name={icon} />{cluster.length > 1 && <span>{cluster.length}</span>}<span className="visually-hidden"> {words}</span>
      </a>
    </li>
  )
}

/** Where the replay is now. */
function Here({ session, at, ghost = false }: { session: ReplaySession; at: (now: number) => string; ghost?: boolean }) {
  const time = useTime(session)
  return <i className={ghost ? 'here ghost' : 'here'} style={{ left: at(time) }} aria-hidden="true" />
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(600)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => { if (entry) setWidth(entry.contentRect.width) })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  return { box, width }
}
