// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { Ember } from './ember.tsx'

type Props = { scenario: string; sizes: string; first?: boolean }

/** A scenario's scene, as it is; one that has no picture yet shows the spark. Says nothing that the words beside it do not. */
export function ScenePicture({ scenario, sizes, first = false }: Props) {
  const [missing, setMissing] = useState(false)
  if (missing) return <div className="no-picture"><Ember level={0.4} size={48} /></div>
  return (
    <img src={`/scenes/${scenario}.webp`} srcSet={`/scenes/${scenario}-800.webp 800w, /scenes/${scenario}.webp 1600w`} sizes={sizes}
      width={1600} height={1000} alt="" loading={first ? 'eager' : 'lazy'} fetchPriority={first ? 'high' : 'auto'} onError={() => setMissing(true)} />
  )
}
