// SPDX-License-Identifier: EUPL-1.2
import { use, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { scenes } from '../../scenes/index.ts'
import type { SceneModule } from '../../scenes/contract.ts'
import { loadTexts } from '../../ui/i18n.ts'
import { canDraw } from '../../xr/device.ts'
import { Stage } from './three-d/stage.tsx'
import type { WorkshopViewProps } from './view.ts'
import './workshop-3d.css'

/** The letters on labels and panels must be there before they are drawn; a missing font is no reason not to begin. */
const fonts = () => Promise.race([
  Promise.all(['400 20px', '700 20px'].map((size) => document.fonts.load(`${size} "Atkinson Hyperlegible"`, 'éÉŒ0'))
    .concat(document.fonts.load('700 20px "Bricolage Grotesque"', 'éÉŒ'))),
  new Promise((done) => setTimeout(done, 4000)),
])

const ready = new Map<string, Promise<SceneModule | null>>()
function moduleOf(scenario: string): Promise<SceneModule | null> {
  const known = ready.get(scenario)
  if (known) return known
  const load = scenes.get(scenario)
  const promise = Promise.all([load?.() ?? null, fonts(), loadTexts('scene'), loadTexts('device')]).then(([module]) => module)
  ready.set(scenario, promise)
  return promise
}

/** The 3D view of an attempt: mouse, touch or a headset, on the same session as the plain page. */
export default function Workshop3D(props: WorkshopViewProps) {
  return canDraw() ? <Ready {...props} /> : <Unable toPlain={props.toPlain} />
}

function Ready(props: WorkshopViewProps) {
  const module = use(moduleOf(props.session.scenario.id))
  const { t } = useTranslation('scene')
  if (!module) return <div className="state"><p>{t('noScene')}</p></div>
  return <Stage {...props} module={module} wish="auto" />
}

/** A device that cannot draw in 3D goes on with words, at once; the page says why. */
function Unable({ toPlain }: Pick<WorkshopViewProps, 'toPlain'>) {
  useEffect(toPlain, [toPlain])
  return null
}
