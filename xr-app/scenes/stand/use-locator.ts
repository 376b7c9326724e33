// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useThree } from '@react-three/fiber'
import { Vector3 } from 'three'
import { locate, openLocator } from '#app/xr/locator.ts'
import type { StandingWorkshop } from './standing.ts'

const scale = new Vector3()

/** Lets tests and aids ask where a visible thing is. */
export function useLocator(workshop: Pick<StandingWorkshop, 'hits'>) {
  const gl = useThree((s) => s.gl)
  const camera = useThree((s) => s.camera)
  useEffect(() => {
    const close = openLocator(() => camera, gl.domElement)
    const forget = locate((id) => {
      const [thing = '', which] = id.split('#')
      const there = workshop.hits.get(thing)?.filter((hit) => hit.getWorldScale(scale).x > 0.01)
      // The part one moves, or with «#label» the rest of the thing.
      const hit = there?.find(({ userData }) => userData['moving'] === (which !== 'label')) ?? there?.[0]
      return hit ? { object: hit } : undefined
    })
    return () => {
      forget()
      close()
    }
  }, [workshop, gl, camera])
}
