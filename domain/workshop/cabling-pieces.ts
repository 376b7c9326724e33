// SPDX-License-Identifier: EUPL-1.2

/** The four pairs of a cable, by the colour of their solid wire. */
export const pairColours = ['orange', 'green', 'blue', 'brown'] as const
export type PairColour = typeof pairColours[number]
/** The wires of a pair: the striped one and the solid one. */
export type Strand = 'white' | 'solid'

/** How a module is wired: by one of the two standards (ISO/IEC 11801, TIA-568), not at all, or in some other way. */
export type Wiring = 'none' | 't568a' | 't568b' | 'other'
/** What a link comes up at. */
export type LinkSpeed = 'none' | 'fast' | 'gigabit'
export type PairFault = 'open' | 'short' | 'miswire' | 'crossed' | 'reversed' | 'split' | 'unstable' | 'crosstalk'

/** One end of a cable that runs through the building; the two ends of one run name the same `cable`. */
export type CableEnd = {
  kind: 'cable-end'
  cable: string
  metres: number
  diameter: string
  sheath: 'on' | 'stripped'
  /** A blade set too deep cut into a wire: it breaks under the punch. */
  nicked: boolean
  /** How much of each pair was untwisted, as one of the choices of its field (`mm-1200`); null: as it came. */
  untwist: string | null
}
/** One pair of an end, with the contact each wire lies on, and how it is seated there. `reach`: the modules it is long enough for. */
export type WirePair = {
  kind: 'wire-pair'
  end: string
  colour: string
  reach: string
  white: string | null
  solid: string | null
  seat: 'none' | 'poor' | 'good'
}
/**
 * A socket with a jack in front and eight contacts behind. `serves`: the room it feeds when its cable is not ours;
 * `up`: that room has its network now. `wires` and `wired` follow from the pairs laid on it.
 */
export type NetworkModule = {
  kind: 'network-module'
  serves: string | null
  up: boolean
  wires: Readonly<Record<string, string>>
  wired: Wiring
}
/** A lead with two plugs, `a` and `b`, and the jack each is in. `broken`: the wires (pins) that are cut inside. */
export type PatchCord = { kind: 'patch-cord'; a: string | null; b: string | null; broken: string }
/** A switch; `links` is what each port's light says. */
export type NetworkSwitch = { kind: 'network-switch'; links: Readonly<Record<string, LinkSpeed>> }
/** A computer with its own lead, and what its link comes up at. */
export type Host = { kind: 'host'; on: string | null; speed: LinkSpeed }
/** What a wire-map tester shows: where each near pin arrives, pin by pin, and the worst fault. */
export type WireMapDisplay = {
  between: [string, string]
  map: string
  fault: PairFault | 'none'
  pairs: string
  metres: number
}
export type CableTester = { kind: 'cable-tester'; on: string | null; display: WireMapDisplay | null }
export type RemoteUnit = { kind: 'remote-unit'; on: string | null }
/** A stripper and the cable diameter its blade is set for (`mm-620`: hundredths of a millimetre). */
export type Stripper = { kind: 'stripper'; depth: string }
export type PunchTool = { kind: 'punch-tool' }
/** A label printer: each field is a place, each choice what is printed and stuck there. */
export type LabelWriter = { kind: 'label-writer'; fields: Readonly<Record<string, string | null>> }
/** The mains strip of a rack: bare terminals behind its cover. */
export type PowerStrip = { kind: 'power-strip' }

export type CablingPiece =
  | CableEnd | WirePair | NetworkModule | PatchCord | NetworkSwitch | Host | CableTester | RemoteUnit
  | Stripper | PunchTool | LabelWriter | PowerStrip
