// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'
import type { BenchPiece } from './solder/pieces.ts'
import type { CablingPiece } from './cabling-pieces.ts'

/** The state of one piece of equipment; `kind` tells which. All of it is plain data, replaced and never changed. */
export type Piece =
  | CablingPiece
  | Switch | Door | TerminalBlock | Padlock | Key | Tag | Tester | Multimeter
  | Worn | Watch | EarthingKit | Barrier | Diagram | Form | Load | Person
  | BenchPiece
  | Contactor | ThermalRelay | Motor | PushButton | Fuse | Cable | ClampMeter | Screwdriver | Spare

/** A device that opens all its poles. A padlock fits only its open lever; `label` is what is engraved beside it. */
export type Switch = {
  kind: 'disconnector' | 'breaker'
  closed: boolean
  padlock: string | null
  tag: string | null
  label?: Text
}
export type Door = { kind: 'door'; open: boolean }
/** Terminals one can touch and measure at; `identified` once its own mark was read. */
export type TerminalBlock = { kind: 'terminal-block'; identified: boolean; label?: Text }
export type Padlock = { kind: 'padlock'; on: string | null }
/** Where the key is: in its padlock, in the operator's pocket, or on the board everyone can reach. */
export type Key = { kind: 'key'; holder: 'padlock' | 'operator' | 'board' }
/** A tag to fill by choices; `on` is the lever it hangs from. */
export type Tag = { kind: 'tag'; on: string | null; fields: Fields }
/** What a two-pole voltage tester shows: the highest light reached (0: none), and all the lights that are on. */
export type TesterDisplay = { light: number; lights: number[]; between: [string, string] }
export type Tester = {
  kind: 'tester'
  battery: 'good' | 'weak'
  selfTest: 'none' | 'passed' | 'failed'
  display: TesterDisplay | null
}
/** `range`: where its dial stands; null: it has none and reads volts. A blown fuse ends its ohms and continuity. */
export type Multimeter = {
  kind: 'multimeter'
  range: 'off' | 'volts' | 'ohms' | 'continuity' | null
  fuse: 'good' | 'blown'
  display: { volts: number; between: [string, string]; text?: string } | null
}
/** Protective equipment; `worn` also says that the mat is laid. A faulty one is found by inspecting it. */
export type Worn = { kind: 'gloves' | 'face-shield' | 'mat'; sound: boolean; inspected: boolean; worn: boolean }
export type Watch = { kind: 'watch'; worn: boolean }
/** `clamps`: the terminals its clamps hold, in the order they were put on. */
export type EarthingKit = { kind: 'earthing-kit'; clamps: string[] }
export type Barrier = { kind: 'barrier'; placed: boolean }
export type Diagram = { kind: 'diagram'; read: boolean }
/** A document to fill by choices, perhaps to sign and hand over. */
export type Form = { kind: 'form'; fields: Fields; signed: boolean; handedTo: string | null; ended: boolean }
/** `on`: its own switch; `running`: on, and the network feeds it. */
export type Load = { kind: 'load'; on: boolean; running: boolean }
export type Person = { kind: 'person'; work: 'waiting' | 'working' | 'finished'; inZone: boolean }

/** `energised`: drawn in by its coil; `pushed`: held in by hand. `tight`: its wires are screwed down. */
export type Contactor = {
  kind: 'contactor'
  energised: boolean
  pushed: boolean
  coil: 'good' | 'open'
  auxiliary: 'good' | 'stuck'
  tight: boolean
}
/** `setting`: tenths of an ampere. `hotSince`: when its current became too high; null while it is not. */
export type ThermalRelay = {
  kind: 'thermal-relay'
  tripped: boolean
  setting: string
  trips: number
  hotSince: number | null
  tight: boolean
}
/** What its three lines make of a motor; once burnt it never turns again. */
export type Motor = { kind: 'motor'; spin: 'stopped' | 'running' | 'humming'; burnt: boolean }
/** A push button comes back when it is let go; an emergency stop stays in until it is turned. */
export type PushButton = { kind: 'push-button' | 'emergency-stop'; pressed: boolean; tight: boolean }
export type Fuse = { kind: 'fuse'; blown: boolean }
/** `cut`: the core that is broken somewhere out of sight. */
export type Cable = { kind: 'cable'; cut: string | null; tight: boolean }
export type ClampMeter = { kind: 'clamp-meter'; display: { amps: number; between: [string] } | null }
export type Screwdriver = { kind: 'screwdriver' }
/** A new part: the kind it replaces, whether it was used; a box of them never runs out. */
export type Spare = { kind: 'spare'; fits: string; used: boolean; box: boolean }

/** The chosen value of each field of a form; null while empty. */
export type Fields = Readonly<Record<string, string | null>>

export type PieceKind = Piece['kind']
export type PieceOf<K extends PieceKind> = Extract<Piece, { kind: K }>

/** Everything in the workshop, by its id in the scenario. */
export type World = Readonly<Record<string, Piece>>
