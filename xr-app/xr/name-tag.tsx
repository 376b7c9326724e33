// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { CanvasTexture, PerspectiveCamera, SRGBColorSpace, Vector3, type Mesh, type Object3D } from 'three'
import { textFace } from './face.ts'
import { keepInSight } from './in-sight.ts'

const [W, H] = [640, 96]
const [place, eye] = [new Vector3(), new Vector3()]

/** The name of what the hand is about to touch, beside it, always the same size for the eye (about 1.6°). */
export function NameTag({ text, near }: { text: string; near: Object3D | null }) {
  const tag = useRef<Mesh>(null)
  const paper = useMemo(() => {
    const canvas = document.createElement('canvas')
    canvas.width = W
    canvas.height = H
    const texture = new CanvasTexture(canvas)
    texture.colorSpace = SRGBColorSpace
    return { pen: canvas.getContext('2d'), texture, share: 1 }
  }, [])
  useEffect(() => () => paper.texture.dispose(), [paper])
  useEffect(() => {
    const { pen, texture } = paper
    if (!pen || !text) return
    pen.clearRect(0, 0, W, H)
    pen.font = `700 46px ${textFace()}`
    const w = Math.min(W - 4, pen.measureText(text).width + 56)
    paper.share = w / W
    pen.fillStyle = 'rgba(24,28,32,0.94)'
    pen.beginPath()
    pen.roundRect((W - w) / 2, 4, w, H - 8, 30)
    pen.fill()
    pen.fillStyle = '#ffe9c9'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(text, W / 2, H / 2 + 3, W - 40)
    texture.needsUpdate = true
  }, [paper, text])
  useFrame(({ camera, gl }) => {
    const mesh = tag.current
    if (!mesh) return
    mesh.visible = near !== null && text !== ''
    if (!near) return
    near.getWorldPosition(place)
    camera.getWorldPosition(eye)
    const far = eye.distanceTo(place)
    // Towards the eye, so that nothing of the thing itself hides its name, and a little above.
    mesh.position.lerpVectors(place, eye, Math.min(0.25, 0.12 / far))
    mesh.position.y += far * 0.06
    mesh.scale.set(far * 0.046 * (W / H), far * 0.046, 1)
    // On a screen the picture has edges; in a headset one turns the head.
    if (!gl.xr.isPresenting && camera instanceof PerspectiveCamera) keepInSight(mesh.position, [mesh.scale.x * paper.share / 2, mesh.scale.y / 2], camera)
    mesh.lookAt(eye)
  })
  return (
    <mesh ref={tag} renderOrder={8} raycast={() => null} visible={false}>
      <planeGeometry args={[1, 1]} />
      <meshBasicMaterial map={paper.texture} transparent depthTest={false} toneMapped={false} fog={false} />
    </mesh>
  )
}
