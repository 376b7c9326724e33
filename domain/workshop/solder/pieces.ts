// SPDX-License-Identifier: EUPL-1.2
// The states of what is on a soldering bench. Temperatures in °C, solder in millimetres of wire, times in seconds.

/** How fast the gesture's own time runs while the iron is in the hand: as the clock does, half or a quarter of it. */
export type Pace = 'full' | 'half' | 'quarter'
/** What the tip touches of a joint. */
export type Touched = 'pad' | 'lead' | 'both'
/** The tip on a joint: what it touches, and its angle above the board in degrees (one of `angles`). */
export type Contact = { joint: string; touched: Touched; angle: number }
/** The wire pushed, onto the heated joint or onto the tip, at so many millimetres a second. */
export type Feed = { onto: 'joint' | 'tip'; rate: number }

/** An iron and its station. `tip`: its real temperature; `set`: what is asked of it. */
export type SolderingIron = {
  kind: 'soldering-iron'
  on: boolean
  set: string
  tip: number
  /** Within a few degrees of what is asked. */
  ready: boolean
  holder: 'stand' | 'hand' | 'bench'
  /** What one sees of the tip; follows `oxide`. */
  condition: TipCondition
  /** 0: bare metal that takes solder; 1: black. */
  oxide: number
  /** Solder on the tip: what carries the heat across and keeps the air away. */
  film: number
  pace: Pace
}
export type TipCondition = 'clean' | 'dull' | 'oxidised'

/** What a joint is worth, as its shape tells. 'liquid': still molten; 'empty': nothing to judge. */
export type Verdict =
  | 'empty' | 'liquid' | 'good' | 'cold' | 'disturbed' | 'too-little' | 'too-much' | 'spiked' | 'bridged' | 'lifted'

/** A pad, the lead through it, and the solder between them. */
export type Joint = {
  pad: number
  lead: number
  solder: number
  /** How much of each surface the solder has wetted, 0 to 1. */
  wetPad: number
  wetLead: number
  flux: number
  /** Share of what the pad's glue bears: at 1 it lets go. */
  damage: number
  lifted: boolean
  /** Seconds the lead spent above what its component bears. */
  overheat: number
  disturbed: boolean
  spiked: boolean
  bridged: boolean
  trimmed: boolean
  verdict: Verdict
  /** What the last look through the magnifier showed. */
  seen: Verdict | null
}

/** A printed board: its joints, what is being done to them, and its own clock. */
export type CircuitBoard = {
  kind: 'circuit-board'
  joints: Readonly<Record<string, Joint>>
  contact: Contact | null
  feed: Feed | null
  /** The pad the desoldering braid lies on. */
  braid: string | null
  /** The pad that belongs to the ground plane, which draws the heat away. */
  groundPad: string | null
  /** The pad with a neighbour a drop would reach. */
  nearPad: string | null
  /** Whether a charge went through it. */
  discharged: boolean
  /** Seconds of flux smoke that nobody drew away. */
  fumes: number
  tested: 'no' | 'passed' | 'open' | 'short'
  /** Up to when it was calculated, and what was left of a step (in quarters of a millisecond). */
  clock: { at: number; rest: number }
}

/** A polarised component: which way round it stands, and whether its leads are bent so that it stays. */
export type Component = {
  kind: 'component'
  /** The way it is meant to stand; one of its field's choices. */
  right: string
  way: string | null
  reversed: boolean
  clinched: boolean
  overheated: boolean
}

export type SolderWire = { kind: 'solder-wire' }
export type Braid = { kind: 'desoldering-braid' }
export type Cutters = { kind: 'side-cutters' }
export type Magnifier = { kind: 'magnifier' }
export type TipCleaner = { kind: 'tip-cleaner' }
export type FumeArm = { kind: 'fume-arm'; on: boolean }
export type SafetyGlasses = { kind: 'safety-glasses'; worn: boolean }
export type WristStrap = { kind: 'wrist-strap'; worn: boolean; sound: boolean; tested: 'no' | 'passed' | 'failed' }

export type BenchPiece =
  | SolderingIron | CircuitBoard | Component | SolderWire | Braid | Cutters | Magnifier | TipCleaner
  | FumeArm | SafetyGlasses | WristStrap
