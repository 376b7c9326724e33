// SPDX-License-Identifier: EUPL-1.2
import { MeshStandardMaterial, type Texture } from 'three'

/** What every mesh of the workshop shares; `hovered` is the number of the thing that answers the hand (0: none). */
export type Shared = { hovered: { value: number }; glow: { value: number }; grain: { value: Texture } }

const VERTEX_HEAD = /* glsl */ `
attribute vec4 matter;
attribute float thing;
attribute vec4 face;
uniform float uHovered;
varying vec4 vMatter;
varying vec3 vBind;
varying vec3 vBindNormal;
varying float vLit;
varying vec3 vFace;
`
const VERTEX_BODY = /* glsl */ `
vMatter = matter;
vFace = face.xyz;
vBind = position;
vBindNormal = normal;
vLit = thing > 0.5 ? 1.0 - step(0.5, abs(thing - uHovered)) : 0.0;
`

const FRAGMENT_HEAD = /* glsl */ `
uniform sampler2D uGrain;
uniform float uGlow;
varying vec4 vMatter;
varying vec3 vBind;
varying vec3 vBindNormal;
varying float vLit;
varying vec3 vFace;

vec4 grainWeights(float kind) {
  return vec4(step(0.5, kind) * step(kind, 1.5), step(1.5, kind) * step(kind, 2.5),
    step(2.5, kind) * step(kind, 3.5), step(3.5, kind));
}
vec2 grainPlane() {
  vec3 n = abs(vBindNormal);
  return n.x > n.y && n.x > n.z ? vBind.zy : n.y > n.z ? vBind.xz : vBind.xy;
}
`
// Each relief has its own size (repeats per metre) and depth: x peel, y brushed, z rubber, w concrete.
const ROUGHNESS = /* glsl */ `
float kind = floor(vMatter.z * 5.0 + 0.5);
vec4 grainMix = grainWeights(kind);
float grainScale = dot(grainMix, vec4(9.0, 8.0, 14.0, 1.7));
vec2 grainUv = grainPlane() * grainScale;
float grainHeight = dot(texture2D(uGrain, grainUv), grainMix);
float worn = dot(grainMix, vec4(1.0)) > 0.5 ? grainHeight - 0.5 : 0.0;
float roughnessFactor = clamp(vMatter.x + worn * 0.22, 0.05, 1.0);
diffuseColor.rgb *= 1.0 + worn * dot(grainMix, vec4(0.05, 0.07, 0.14, 0.22));
`
const NORMAL = /* glsl */ `
float depth = dot(grainMix, vec4(0.00035, 0.00022, 0.00030, 0.0009));
if (depth > 0.0) {
  vec3 across = dFdx(-vViewPosition);
  vec3 down = dFdy(-vViewPosition);
  float dx = (dot(texture2D(uGrain, grainUv + dFdx(grainUv)), grainMix) - grainHeight) * depth;
  float dy = (dot(texture2D(uGrain, grainUv + dFdy(grainUv)), grainMix) - grainHeight) * depth;
  vec3 r1 = cross(down, normal);
  vec3 r2 = cross(normal, across);
  float det = dot(across, r1) * faceDirection;
  normal = normalize(abs(det) * normal - sign(det) * (dx * r1 + dy * r2));
}
`
/**
 * What answers the hand shines in its own colours: what is dark stays dark, so that letters read better than before. Its
 * outline is lit, where it turns away from the eye, and along the rim of what is printed on it: a few pixels, and never
 * so much of a small plate that its letters are lost.
 */
export const LIT = { own: 0.25, rim: [1, 0.76, 0.34], most: 0.12 } as const
const EMISSIVE = /* glsl */ `
totalEmissiveRadiance += diffuseColor.rgb * vMatter.w * uGlow;
float edge = pow(1.0 - clamp(dot(normal, normalize(vViewPosition)), 0.0, 1.0), 3.0);
vec2 toRim = min(vFace.xy, 1.0 - vFace.xy);
vec2 pixels = toRim / max(fwidth(vFace.xy), vec2(1e-5));
float rim = vFace.z * step(min(toRim.x, toRim.y), ${LIT.most.toFixed(2)}) * (1.0 - smoothstep(2.5, 4.0, min(pixels.x, pixels.y)));
totalEmissiveRadiance += vLit * (diffuseColor.rgb * ${LIT.own.toFixed(2)} + vec3(${LIT.rim.map((one) => one.toFixed(2)).join(', ')}) * max(edge * 0.7, rim));
`

/**
 * The one material of painted, moulded and metal things. Colour, roughness, metalness, relief and glow come with each
 * vertex, so that a whole room is one draw call; printed text comes from an atlas that is white elsewhere.
 * `plainly` leaves out the fine relief, for devices without a graphics processor.
 */
export function matterMaterial(atlas: Texture | null, shared: Shared, plainly = false): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ vertexColors: true, map: atlas })
  material.onBeforeCompile = (shader) => {
    shader.uniforms['uHovered'] = shared.hovered
    shader.uniforms['uGrain'] = shared.grain
    shader.uniforms['uGlow'] = shared.glow
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${VERTEX_HEAD}`)
      .replace('#include <begin_vertex>', `#include <begin_vertex>\n${VERTEX_BODY}`)
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${FRAGMENT_HEAD}`)
      .replace('#include <roughnessmap_fragment>', plainly ? 'float roughnessFactor = vMatter.x;' : ROUGHNESS)
      .replace('#include <metalnessmap_fragment>', `float metalnessFactor = vMatter.y * ${plainly ? '0.3' : '1.0'};`)
      .replace('#include <normal_fragment_maps>', `#include <normal_fragment_maps>\n${plainly ? '' : NORMAL}`)
      .replace('#include <emissivemap_fragment>', `#include <emissivemap_fragment>\n${EMISSIVE}`)
  }
  return material
}
