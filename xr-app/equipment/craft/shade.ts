// SPDX-License-Identifier: EUPL-1.2
import { ShaderMaterial } from 'three'
import { bare } from './matter.ts'

/** Soft shade drawn over a surface; its strength and sense come with the vertices. */
export const shadeMaterial = () => new ShaderMaterial({
  transparent: true,
  uniforms: { uBare: bare },
  depthWrite: false,
  polygonOffset: true,
  polygonOffsetFactor: -2,
  polygonOffsetUnits: -2,
  vertexShader: /* glsl */ `
attribute vec4 matter;
uniform float uBare;
varying vec2 vAt;
varying vec2 vShade;
void main() {
  vAt = uv;
  vShade = matter.xy;
  gl_Position = uBare > 0.5 ? vec4(0.0, 0.0, 2.0, 1.0) : projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
  fragmentShader: /* glsl */ `
varying vec2 vAt;
varying vec2 vShade;
void main() {
  vec2 e = smoothstep(0.0, 0.5, min(vAt, 1.0 - vAt));
  float inside = e.x * e.y;
  float edge = 1.0 - smoothstep(0.0, 0.32, min(vAt.x, 1.0 - vAt.x)) * smoothstep(0.0, 0.32, min(vAt.y, 1.0 - vAt.y));
  gl_FragColor = vec4(0.035, 0.035, 0.045, vShade.x * mix(inside, edge, vShade.y));
}`,
})
