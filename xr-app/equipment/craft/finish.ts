// SPDX-License-Identifier: EUPL-1.2
import { Color } from 'three'

/** The fine relief of a surface, by the channel of the grain texture that holds it. */
export type Grain = 'none' | 'peel' | 'brushed' | 'rubber' | 'concrete'

/** What a surface is made of: colour, how it takes the light, and its fine relief. Told apart by touch, not by hue. */
export type Finish = { colour: string; roughness: number; metalness: number; grain: Grain; glow: number }

const finish = (colour: string, roughness: number, grain: Grain = 'none', metalness = 0, glow = 0): Finish =>
  ({ colour, roughness, metalness, grain, glow })

/** The materials of the workshop, by their real names where a standard gives one (RAL, IEC 60446). */
export const finishes = {
  enclosure: finish('#c9ccc6', 0.58, 'peel'), // RAL 7035, powder coated
  enclosureInside: finish('#b9bcb6', 0.68, 'peel'),
  plinth: finish('#4c4a44', 0.62, 'peel'), // RAL 7022
  cover: finish('#d8d8d2', 0.5, 'peel'),
  breaker: finish('#e2e2dd', 0.42),
  breakerDark: finish('#3a3d40', 0.5),
  breakerGrey: finish('#b7bab9', 0.45),
  toggleBlack: finish('#26282b', 0.38),
  toggleBlue: finish('#1f5c9e', 0.36),
  toggleGreen: finish('#2f7d4a', 0.36),
  handleRed: finish('#b3201c', 0.34), // RAL 3000
  plateYellow: finish('#eec21b', 0.42), // RAL 1018
  padlockRed: finish('#c22a21', 0.3),
  paper: finish('#f2efe6', 0.86),
  labelBlack: finish('#222428', 0.46),
  steel: finish('#b9bcc0', 0.34, 'brushed', 1),
  steelDark: finish('#6d7176', 0.42, 'brushed', 1),
  zinc: finish('#c8cdd2', 0.4, 'brushed', 0.95),
  chrome: finish('#d9dcdf', 0.16, 'none', 1),
  copper: finish('#c9794f', 0.3, 'brushed', 1),
  brass: finish('#c9a75a', 0.34, 'brushed', 1),
  trunking: finish('#d0d1cc', 0.55),
  terminalGrey: finish('#a7a9a6', 0.5),
  terminalBlue: finish('#4f97c9', 0.46),
  terminalEarth: finish('#5d9a3c', 0.46),
  phaseBrown: finish('#6b3f22', 0.4),
  phaseBlack: finish('#232427', 0.4),
  phaseGrey: finish('#85898c', 0.4),
  neutralBlue: finish('#5aa9d8', 0.4),
  controlRed: finish('#c1201b', 0.4), // AC control of a machine (EN 60204-1)
  earthGreen: finish('#3f8f35', 0.4),
  earthYellow: finish('#e6cf2d', 0.4),
  wireOrange: finish('#e07b1f', 0.42), // the four pairs of a data cable (IEC 60708)
  wireGreen: finish('#2f8a4b', 0.42),
  wireBlue: finish('#2a63b8', 0.42),
  wireBrown: finish('#7a4a28', 0.42),
  wireWhite: finish('#f1eee6', 0.44),
  cordBlue: finish('#2463b0', 0.5),
  cordYellow: finish('#e3b51f', 0.5),
  cordGrey: finish('#8b9094', 0.5),
  clearPlastic: finish('#c9d2d6', 0.12),
  rubberBlack: finish('#2b2c2e', 0.82, 'rubber'),
  rubberMat: finish('#3d4347', 0.88, 'rubber'),
  rubberGlove: finish('#c98a35', 0.62, 'rubber'),
  gloveCuff: finish('#a8402c', 0.64, 'rubber'),
  leather: finish('#5d4030', 0.66, 'rubber'),
  toolRed: finish('#bb2a22', 0.44, 'rubber'),
  toolYellow: finish('#e8b81f', 0.46, 'rubber'),
  toolGrey: finish('#4a5057', 0.52, 'rubber'),
  toolBlack: finish('#27292c', 0.55, 'rubber'),
  visor: finish('#a8d8cf', 0.08),
  lens: finish('#20252a', 0.12),
  lampOff: finish('#5b4a3a', 0.3),
  lampWhite: finish('#f3e7cd', 0.3, 'none', 0, 0.8),
  lampGlow: finish('#fff1cf', 0.3, 'none', 0, 0.55),
  tube: finish('#b9b6ad', 0.5),
  lampRed: finish('#e8442e', 0.3, 'none', 0, 1),
  lampAmber: finish('#f0a029', 0.3, 'none', 0, 1),
  lampGreen: finish('#41c46b', 0.3, 'none', 0, 1),
  wood: finish('#a98257', 0.62, 'concrete'),
  woodDark: finish('#8a6744', 0.66, 'concrete'),
  pegboard: finish('#8fa08f', 0.74, 'concrete'),
  shadow: finish('#77877a', 0.8, 'concrete'),
  wall: finish('#e6dfd1', 0.9, 'peel'),
  wallDado: finish('#6f8a86', 0.6, 'peel'),
  mortar: finish('#64807c', 0.66, 'peel'),
  ceiling: finish('#d9d6cd', 0.95, 'concrete'),
  frame: finish('#5d666b', 0.5, 'peel'),
  machine: finish('#587689', 0.5, 'peel'),
  machineDark: finish('#39505e', 0.52, 'peel'),
  cloth: finish('#2c4a6b', 0.92, 'rubber'),
  clothDark: finish('#26323f', 0.92, 'rubber'),
  vest: finish('#e2741f', 0.85, 'rubber'),
  reflect: finish('#d7dad6', 0.28, 'none', 0.5),
  skin: finish('#c79b7c', 0.7),
  helmet: finish('#f0ead8', 0.3),
  barrierRed: finish('#c8321f', 0.45),
  barrierWhite: finish('#eceae3', 0.45),
  board: finish('#1e5138', 0.34), // solder mask
  boardTrack: finish('#2f7350', 0.32),
  tinnedCopper: finish('#cfd2d6', 0.3, 'none', 1),
  solderBright: finish('#e6e9ec', 0.06, 'none', 1),
  solderSatin: finish('#d5d8db', 0.2, 'none', 1),
  solderDull: finish('#9da0a2', 0.62, 'none', 0.8),
  fluxAmber: finish('#9a6a26', 0.14),
  tipClean: finish('#d9dcdf', 0.12, 'none', 1),
  tipBlack: finish('#1c1a19', 0.8, 'rubber'),
  toolBlueGrip: finish('#2a63a8', 0.5, 'rubber'),
  clothBlue: finish('#3d6fa5', 0.9, 'rubber'),
  sleeveBlue: finish('#20355c', 0.28),
  ledGreen: finish('#17b24a', 0.3, 'none', 0, 0.42), // lit, and still of its own colour
  ledAmber: finish('#f08a12', 0.3, 'none', 0, 0.42),
  ledRed: finish('#b3241d', 0.12),
  gold: finish('#c7a24a', 0.25, 'brushed', 1),
  watchFace: finish('#e9e4d6', 0.3),
} satisfies Record<string, Finish>

export type FinishName = keyof typeof finishes

const channelOf: Record<Grain, number> = { none: 0, peel: 1, brushed: 2, rubber: 3, concrete: 4 }

/** One finish as vertex data: linear colour (3 bytes) then roughness, metalness, grain, glow (4 bytes). */
export function finishBytes(f: Finish): { colour: number[]; matter: number[] } {
  const c = new Color(f.colour)
  const byte = (x: number) => Math.round(Math.min(1, Math.max(0, x)) * 255)
  return {
    colour: [c.r, c.g, c.b],
    matter: [byte(f.roughness), byte(f.metalness), channelOf[f.grain] * 51, byte(f.glow)],
  }
}
