// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { melting } from '#domain/workshop/solder/constants.ts'
import type { Curve, CurvePoint } from '#domain/workshop/solder/curve.ts'

const [W, H, LEFT, RIGHT, TOP, FOOT] = [360, 190, 34, 30, 10, 24]
const [HOTTEST, MOST_MM] = [350, 10]

type Scale = { x: (t: number) => number; y: (degrees: number) => number; mm: (mm: number) => number }
const scaleOf = (seconds: number): Scale => ({
  x: (t) => LEFT + (Math.min(t, seconds) / seconds) * (W - LEFT - RIGHT),
  y: (degrees) => H - FOOT - (Math.min(degrees, HOTTEST) / HOTTEST) * (H - TOP - FOOT),
  mm: (mm) => H - FOOT - (Math.min(mm, MOST_MM) / MOST_MM) * (H - TOP - FOOT),
})
const line = (points: readonly CurvePoint[], at: (point: CurvePoint) => [number, number]) =>
  points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point).map((n) => n.toFixed(1)).join(' ')}`).join('')

const lengthOf = (curve: Curve | undefined) => curve?.points.at(-1)?.t ?? 0
const hottest = (curve: Curve) => Math.round(Math.max(...curve.points.map(({ pad, lead }) => Math.max(pad, lead))))
const melted = (curve: Curve) => (curve.points.at(-1)?.solder ?? 0)
const above = (curve: Curve) => curve.points.filter(({ pad, lead }) => Math.min(pad, lead) >= melting).length * (lengthOf(curve) / Math.max(1, curve.points.length))

/** One joint's temperature and solder as time goes, beside the expert's. What it draws is also said in words. */
export function CurveChart({ curve, expert, title }: { curve: Curve | undefined; expert?: Curve | undefined; title: string }) {
  const { t } = useTranslation('soldering')
  const one = (seconds: number) => seconds.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })
  const said = (who: 'chart.yours' | 'chart.experts', { points, ...rest }: Curve) =>
    t(who, { degrees: hottest({ points, ...rest }), seconds: one(above({ points, ...rest })), mm: one(melted({ points, ...rest })) })
  const seconds = Math.max(6, Math.ceil(Math.max(lengthOf(curve), lengthOf(expert))))
  const to = scaleOf(seconds)
  return (
    <figure className="solder-curve">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={[curve && said('chart.yours', curve), expert && said('chart.experts', expert)].filter(Boolean).join(' ')}>
        <Axes to={to} seconds={seconds} />
        {expert && <g className="expert"><Lines points={expert.points} to={to} /></g>}
        {curve && <g className="own"><Lines points={curve.points} to={to} /></g>}
      </svg>
      <ul className="solder-legend">
        <li className="pad">{t('chart.pad')}</li><li className="lead">{t('chart.lead')}</li><li className="wire">{t('chart.wire')}</li>
        {expert && <li className="dashed">{t('chart.expert')}</li>}
      </ul>
      {curve && <p className="solder-said">{said('chart.yours', curve)}</p>}
      {expert && <p className="solder-said quiet">{said('chart.experts', expert)}</p>}
      {curve && curve.pace !== 'full' && <p className="solder-said">{t(`pace.${curve.pace}` as 'pace.half')}</p>}
    </figure>
  )
}

function Lines({ points, to }: { points: readonly CurvePoint[]; to: Scale }) {
  return <>
    <path className="wire" d={line(points, ({ t, solder }) => [to.x(t), to.mm(solder)])} />
    <path className="lead" d={line(points, ({ t, lead }) => [to.x(t), to.y(lead)])} />
    <path className="pad" d={line(points, ({ t, pad }) => [to.x(t), to.y(pad)])} />
  </>
}

function Axes({ to, seconds }: { to: Scale; seconds: number }) {
  const { t } = useTranslation('soldering')
  // No more figures than can be told apart, however slow the hand.
  const every = [1, 2, 5, 10, 20].find((step) => seconds / step < 9) ?? 60
  return (
    <g className="axes">
      {[100, 200, 300].map((degrees) => <g key={degrees}><line x1={LEFT} x2={W - RIGHT} y1={to.y(degrees)} y2={to.y(degrees)} /><text x={LEFT - 4} y={to.y(degrees) + 4} textAnchor="end">{degrees}</text></g>)}
      <line className="melts" x1={LEFT} x2={W - RIGHT} y1={to.y(melting)} y2={to.y(melting)} />
      <text className="melts" x={W - RIGHT - 3} y={to.y(melting) - 4} textAnchor="end">{t('chart.melts', { degrees: melting })}</text>
      {Array.from({ length: seconds + 1 }, (_, i) => i).filter((i) => i % every === 0).map((i) => <text key={i} x={to.x(i)} y={H - 8} textAnchor="middle">{i}</text>)}
      {[5, 10].map((mm) => <text key={mm} x={W - RIGHT + 4} y={to.mm(mm) + 4}>{mm}</text>)}
      <text x={W - 2} y={H - 8} textAnchor="end">s</text><text x={2} y={TOP + 4}>°C</text><text x={W - 2} y={TOP + 16} textAnchor="end">mm</text>
    </g>
  )
}
