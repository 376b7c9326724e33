// SPDX-License-Identifier: EUPL-1.2
import { use, useEffect } from 'react'
import type { Scenario } from '#domain/scenario/index.ts'
import { sceneFor } from '../../scenes/index.ts'
import type { SceneModule } from '../../scenes/contract.ts'
import { loadTexts } from '../../ui/i18n.ts'
import { letters } from '../../ui/letters.ts'
import { useSettings } from '../../ui/settings/store.ts'
import { canDraw } from '../../xr/device.ts'
import { textFace } from '../../xr/face.ts'
import { Stage } from './three-d/stage.tsx'
import type { WorkshopViewProps } from './view.ts'
import './workshop-3d.css'

const ready = new WeakMap<Scenario, Promise<SceneModule>>()
function moduleOf(scenario: Scenario): Promise<SceneModule> {
  const known = ready.get(scenario)
  if (known) return known
  const promise = Promise.all([sceneFor(scenario), letters('700 20px "Bricolage Grotesque"', `400 20px ${textFace()}`), loadTexts('scene'), loadTexts('device'), loadTexts('settings')]).then(([module]) => module)
  ready.set(scenario, promise)
  return promise
}

/** Has everything of a workshop come, before one begins. A failure is met, and said, when one does. */
export const prepare = (scenario: Scenario): void => void moduleOf(scenario).catch(() => ready.delete(scenario))

/** The 3D view of an attempt: mouse, touch or a headset, on the same session as the plain page. */
export default function Workshop3D(props: WorkshopViewProps) {
  return canDraw() ? <Ready {...props} /> : <Unable toPlain={props.toPlain} />
}

function Ready(props: WorkshopViewProps) {
  const module = use(moduleOf(props.session.scenario))
  const { picture } = useSettings()
  return <Stage {...props} module={module} wish={picture} />
}

/** A device that cannot draw in 3D goes on with words, at once; the page says why. */
function Unable({ toPlain }: Pick<WorkshopViewProps, 'toPlain'>) {
  useEffect(toPlain, [toPlain])
  return null
}
