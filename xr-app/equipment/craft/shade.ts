// SPDX-License-Identifier: EUPL-1.2
import { ShaderMaterial } from 'three'

/** Soft shade, or light, drawn over a surface; its colour, strength and sense come with the vertices. */
export const shadeMaterial = () => new ShaderMaterial({
  transparent: true,
  depthWrite: false,
  polygonOffset: true,
  polygonOffsetFactor: -2,
  polygonOffsetUnits: -2,
  vertexShader: /* glsl */ `
attribute vec4 matter;
attribute vec3 color;
varying vec2 vAt;
varying vec2 vShade;
varying vec3 vTone;
void main() {
  vAt = uv;
  vTone = color;
  vShade = matter.xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
  fragmentShader: /* glsl */ `
varying vec2 vAt;
varying vec2 vShade;
varying vec3 vTone;
void main() {
  vec2 e = smoothstep(0.0, 0.5, min(vAt, 1.0 - vAt));
  float inside = e.x * e.y;
  float edge = 1.0 - smoothstep(0.0, 0.32, min(vAt.x, 1.0 - vAt.x)) * smoothstep(0.0, 0.32, min(vAt.y, 1.0 - vAt.y));
  gl_FragColor = vec4(vTone, vShade.x * mix(inside, edge, vShade.y));
}`,
})
