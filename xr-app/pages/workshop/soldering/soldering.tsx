// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fillText, nameOf, wordFor } from '#domain/scenario/index.ts'
import { angles } from '#domain/workshop/solder/constants.ts'
import { contactValue, feedValue } from '#domain/workshop/solder/gesture-values.ts'
import type { Touched } from '#domain/workshop/solder/pieces.ts'
import { onBench } from '#domain/workshop/solder/bench.ts'
import { kindOf } from '#domain/workshop/perform.ts'
import type { Session } from '../../../engine/session.ts'
import { useSay } from '../../../ui/say.ts'
import { usePanelOpen } from '../../../xr/open-panel.ts'
import { CurveChart } from './curve-chart.tsx'
import { useExpertCurve } from '../../../scenes/soldering/expert-curves.ts'
import { lastCurve, useBenchNow } from './use-bench.ts'
import type { BenchNow } from './use-bench.ts'
import './soldering.css'

/** Where there is something to solder: what the bench is at this moment, the gesture by buttons and keys, and its curve. */
export default function Soldering({ session, in3d }: { session: Session; in3d: boolean }) {
  const [there] = useState(() => onBench(session.progress().world, 'circuit-board') !== undefined && onBench(session.progress().world, 'soldering-iron') !== undefined)
  return there ? <Bench session={session} in3d={in3d} /> : null
}

function Bench({ session, in3d }: { session: Session; in3d: boolean }) {
  const { t } = useTranslation('soldering')
  const bench = useBenchNow(session)
  const [, iron] = onBench(bench.world, 'soldering-iron') ?? []
  const curve = lastCurve(bench)
  const coached = session.mode !== 'assessed'
  const expert = useExpertCurve(session.scenario, bench.progress.trace.variant, curve?.joint, coached && curve !== undefined)
  const inHand = iron?.holder === 'hand'
  // A panel of the view opens on the same side: what is asked for there comes first, unless the iron is on a joint.
  const gives = usePanelOpen() && in3d && !onBench(bench.world, 'circuit-board')?.[1].contact
  if (in3d && !inHand && !curve) return null
  return (
    <section className={`soldering card ${in3d ? 'over' : ''}`} aria-labelledby="soldering-title" hidden={gives}>
      <h2 id="soldering-title">{t('title')}</h2>
      <Now session={session} bench={bench} />
      {inHand && <Gesture session={session} bench={bench} help={!curve} />}
      {curve && <CurveChart curve={curve} expert={expert} title={t('chart.title', { joint: nameIn(bench, curve.joint) })} />}
    </section>
  )
}

function nameIn({ progress }: BenchNow, joint: string): string {
  const board = onBench(progress.world, 'circuit-board')?.[0] ?? ''
  const part = progress.setup.equipment[board]?.parts?.find(({ id }) => id === joint)
  return part?.label[document.documentElement.lang === 'en' ? 'en' : 'fr'] ?? nameOf(progress.setup, `${board}.${joint}`).fr
}

/** What the station shows and what the joints are at, in words; read aloud when it changes in kind, not at each degree. */
function Now({ session, bench: { world, progress } }: { session: Session; bench: BenchNow }) {
  const { t } = useTranslation('soldering')
  const { say } = useSay()
  const lines = (['soldering-iron', 'circuit-board'] as const).flatMap((kind) => {
    const [id, piece] = onBench(world, kind) ?? []
    const equipment = id === undefined ? undefined : progress.setup.equipment[id]
    if (!equipment || !piece) return []
    return (kindOf(equipment).details?.(piece, equipment) ?? []).map(({ key, values = {} }) => ({ key, text: fillText(wordFor(session.scenario, 'details', key), values) }))
  })
  const kinds = lines.map(({ key }) => key).join(' ')
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(lines.map(({ text }) => say(text)).join('. ')), 300)
    return () => clearTimeout(timer)
  }, [kinds])
  return <>
    <ul className="solder-now" aria-label={t('now')}>{lines.map(({ key, text }, i) => <li key={i} data-detail={key}>{say(text)}</li>)}</ul>
    <p className="visually-hidden" role="status">{spoken}</p>
  </>
}

const touchings: readonly Touched[] = ['both', 'pad', 'lead']

/** The iron and the wire by buttons: each press is one gesture, so that nothing has to be held. */
function Gesture({ session, bench: { world, progress }, help }: { session: Session; bench: BenchNow; help: boolean }) {
  const { t } = useTranslation('soldering')
  const { say } = useSay()
  const [[board, piece], [iron], [wire]] = [onBench(world, 'circuit-board')!, onBench(world, 'soldering-iron')!, onBench(world, 'solder-wire')!]
  const parts = progress.setup.equipment[board]?.parts ?? []
  const { contact, feed } = piece
  const [joint, setJoint] = useState(parts[0]?.id ?? '')
  const [touched, setTouched] = useState<Touched>('both')
  const [angle, setAngle] = useState(45)
  const act = (name: string, rest: { part?: string; with: string; value?: string }) =>
    session.act({ name, target: rest.part ? `${board}.${rest.part}` : board, with: rest.with, ...(rest.value ? { value: rest.value } : {}) })
  const turn = (to: Touched, degrees: number) => {
    setTouched(to)
    setAngle(degrees)
    if (contact) act('move-iron', { part: contact.joint, with: iron, value: contactValue(to, degrees) })
  }
  return (
    <div className="solder-gesture" role="group" aria-label={t('gesture')}>
      <div className="row">
        <button type="button" className={`button ${contact ? '' : 'main'}`} data-solder="iron" aria-pressed={contact !== null}
          onClick={() => (contact ? act('withdraw', { with: iron }) : act('apply-iron', { part: joint, with: iron, value: contactValue(touched, angle) }))}>
          {t(contact ? 'withdraw' : 'apply')}
        </button>
        <button type="button" className={`button ${contact ? 'main' : ''}`} data-solder="wire" aria-pressed={feed !== null} aria-disabled={contact === null}
          onClick={() => { if (contact) act(feed ? 'stop-feed' : 'feed', { with: wire, ...(feed ? {} : { value: feedValue('joint', 'steady') }) }) }}>
          {t(feed ? 'stop' : 'feed')}
        </button>
      </div>
      <Choice label={t('joint')} name="joint" value={contact?.joint ?? joint} options={parts.map(({ id, label }) => [id, say(label)])} choose={setJoint} />
      <Choice label={t('touched')} name="touched" value={touched} options={touchings.map((one) => [one, t(`touch.${one}`)])} choose={(one) => turn(one as Touched, angle)} />
      <Choice label={t('angle')} name="angle" value={String(angle)} options={angles.map((one) => [String(one), `${one}°`])} choose={(one) => turn(touched, Number(one))} />
      {help && <p className="quiet">{t('help')}</p>}
    </div>
  )
}

type ChoiceProps = { label: string; name: string; value: string; options: [string, string][]; choose: (value: string) => void }

function Choice({ label, name, value, options, choose }: ChoiceProps) {
  return (
    <fieldset className="solder-choice">
      <legend>{label}</legend>
      {options.map(([option, words]) => (
        <label key={option}><input type="radio" name={`solder-${name}`} value={option} checked={value === option} onChange={() => choose(option)} /><span>{words}</span></label>
      ))}
    </fieldset>
  )
}
