// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import { expertRecording } from '#domain/evidence/index.ts'
import type { ExpertFile } from '#domain/evidence/index.ts'
import { play, start } from '#domain/scenario/play.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import { curvesOf } from '#domain/workshop/solder/curve.ts'
import type { Curve } from '#domain/workshop/solder/curve.ts'

// Fetched only when a joint is being made, or looked at again.
const files = import.meta.glob<ExpertFile>('../../../resources/scenarios/*/expert.json', { import: 'default' })

/** The expert's curves in the same variant, from the expert's own recording; none when there is none. */
export async function expertCurves(scenario: Scenario, variant: string): Promise<Curve[]> {
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${scenario.id}/expert.json`))?.[1]
  const recording = load && expertRecording(await load(), variant)
  if (!recording) return []
  const { seed, actions } = recording
  const { trace } = actions.reduce((progress, action) => play(scenario, progress, action), start(scenario, { seed, mode: 'guided' }))
  return curvesOf(trace.moments, actions.at(-1)?.at ?? 0)
}

/** The expert's curve for a joint, once it is there. `wanted`: nothing is fetched before. */
export function useExpertCurve(scenario: Scenario, variant: string, joint: string | undefined, wanted: boolean): Curve | undefined {
  const [curves, setCurves] = useState<Curve[]>([])
  useEffect(() => {
    if (!wanted) return
    let gone = false
    expertCurves(scenario, variant).then((found) => { if (!gone) setCurves(found) }, (reason: unknown) => console.warn(String(reason)))
    return () => { gone = true }
  }, [scenario, variant, wanted])
  return curves.find((one) => one.joint === joint)
}
