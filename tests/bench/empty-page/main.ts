// SPDX-License-Identifier: EUPL-1.2
// The least that three.js shows in a headset: one painted box. What this asks of memory in a frame, nothing built on it can spare.
import { BoxGeometry, Mesh, MeshBasicMaterial, PerspectiveCamera, Scene, WebGLRenderer } from 'three'

const gl = new WebGLRenderer()
gl.xr.enabled = true
const [scene, camera] = [new Scene(), new PerspectiveCamera()]
const box = new Mesh(new BoxGeometry(), new MeshBasicMaterial())
box.position.z = -3
scene.add(box)
document.body.append(gl.domElement)
gl.setAnimationLoop(() => gl.render(scene, camera))
const session = await navigator.xr?.requestSession('immersive-vr', { requiredFeatures: ['local-floor'] })
if (!session) throw new Error('there is no headset')
await gl.xr.setSession(session)
