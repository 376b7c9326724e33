// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { useXRInputSourceStateContext } from '@react-three/xr'
import { Material, Mesh, Texture, type Object3D } from 'three'
import { drawInOnePiece } from './spare-lazily.tsx'

/** As many pixels across as a controller in one's hand can show. */
const WIDEST = 1024

type Picture = CanvasImageSource & { width: number; height: number }

/** Brings the picture down before the device is given it: at its first size, each hand's would take as much as the whole workshop. */
function bringDown(texture: Texture): void {
  const image = texture.image as Picture | null
  if (!image || !(image.width > WIDEST || image.height > WIDEST)) return
  const share = WIDEST / Math.max(image.width, image.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * share)
  canvas.height = Math.round(image.height * share)
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  texture.image = canvas
  texture.needsUpdate = true
}

function spare(model: Object3D): void {
  model.traverse((one) => {
    if (!(one instanceof Mesh) || !(one.material instanceof Material)) return
    for (const value of Object.values(one.material)) if (value instanceof Texture) bringDown(value)
  })
}

/** Inside a controller: its model's pictures are no larger than they are seen, and it is drawn in one piece. */
export function SmallPictures() {
  const state = useXRInputSourceStateContext('controller')
  const spared = useRef<Object3D>(undefined)
  // Before the frame that first shows the model is drawn.
  useFrame(() => {
    if (!state.object || state.object === spared.current) return
    spared.current = state.object
    spare(state.object)
    drawInOnePiece(state.object)
  })
  return null
}
