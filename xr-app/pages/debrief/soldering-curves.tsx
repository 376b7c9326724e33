// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { play, readScenario, setupOf, start } from '#domain/scenario/index.ts'
import { curvesOf } from '#domain/workshop/solder/curve.ts'
import type { Curve } from '#domain/workshop/solder/curve.ts'
import { useSay } from '../../ui/say.ts'
import { CurveChart } from '../workshop/soldering/curve-chart.tsx'
import { expertCurves } from '../../scenes/soldering/expert-curves.ts'
import type { Reading } from './read-debrief.ts'
import '../workshop/soldering/soldering.css'

/** After the last gesture a joint still cools: what it came to is drawn too. */
const afterMs = 3_000

type Curves = { own: Curve[]; experts: Curve[] }

async function curvesIn({ scenario: json, debrief: { attempt, trace } }: Reading): Promise<Curves> {
  const scenario = readScenario(json)
  const { seed, mode } = attempt
  const { trace: { moments } } = trace.reduce((progress, { action }) => (progress.over ? progress : play(scenario, progress, action)), start(scenario, { seed, mode }))
  return { own: curvesOf(moments, (moments.at(-1)?.at ?? 0) + afterMs), experts: await expertCurves(scenario, attempt.variant) }
}

/** Where joints were made: each touch of the iron, beside the expert's on the same joint. */
export default function SolderingCurves({ reading }: { reading: Reading }) {
  const { t } = useTranslation('soldering')
  const { say } = useSay()
  const [curves, setCurves] = useState<Curves | null>(null)
  useEffect(() => {
    let gone = false
    curvesIn(reading).then((found) => { if (!gone) setCurves(found) }, (reason: unknown) => console.warn(String(reason)))
    return () => { gone = true }
  }, [reading])
  if (!curves || curves.own.length === 0) return null
  const setup = setupOf(reading.scenario, reading.debrief.attempt.seed)
  const board = Object.values(setup.equipment).find(({ kind }) => kind === 'circuit-board')
  const named = (joint: string) => { const label = board?.parts?.find(({ id }) => id === joint)?.label; return label ? say(label) : joint }
  return (
    <section className="stack" aria-labelledby="soldering-curves">
      <h2 id="soldering-curves">{t('debrief.title')}</h2>
      <p className="quiet">{t('debrief.intro')}</p>
      <div className="solder-curves">
        {curves.own.map((curve) => (
          <CurveChart key={curve.at} curve={curve} expert={curves.experts.find(({ joint }) => joint === curve.joint)} title={t('chart.title', { joint: named(curve.joint) })} />
        ))}
      </div>
    </section>
  )
}
