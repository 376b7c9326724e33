// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'
import type { Piece, PieceKind, World } from '#domain/workshop/pieces.ts'
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import type { Pose } from '#app/xr/animator.ts'
import type { Voice } from '#app/xr/sound/voice.ts'
import type { Body } from './craft/body.ts'
import type { Press, Print } from './craft/print.ts'
import type { Vec3 } from './craft/solid.ts'

/**
 * THE CONTRACT OF A BODY. One kind of equipment is one `KindBody`, in its own file of `xr-app/equipment/kind/`, with its
 * line in `kinds.ts`. From it any scene stands the piece, moves it as the world says, and the gallery shows it alone.
 *
 * Its own frame: metres, y up, it faces +z. The origin is
 *   'wall'      on the wall, in the middle of its back
 *   'rail'      in the plane of the rail (z = 0), in its middle
 *   'rack'      in the middle of its front plate, in the plane of the rack's posts
 *   'pegboard'  where it hangs from; 'bench', 'floor': where it stands (y = 0); 'ceiling': where it is fixed
 *   'front'     the front of a cabinet: a door, which the cabinet builds around itself
 * A thing modelled upright that hangs in front of its board, or lies on a bench, says so in `rest`.
 */
export type Home = 'wall' | 'rail' | 'rack' | 'pegboard' | 'bench' | 'floor' | 'ceiling' | 'front'

/** Somewhere in a frame: metres, and turns in radians (Euler, x then y then z). */
export type Spot = { at: Vec3; turn?: Vec3 }

/** What a layout says of a piece's looks (`"look": { "as": "lamp", "poles": 2 }`); each body documents what it reads. */
export type Look = Readonly<Record<string, string | number | boolean>>

/** What the live papers and screens show: the attempt as it is now, in the reader's language. */
export type Reading = { setup: Setup; world: World; language: Language }
export type Draw = (pen: CanvasRenderingContext2D, w: number, h: number, reading: Reading) => void

/** What a piece is, before it is built. */
export type Making = {
  id: string
  /** Its name, label, terminals, fields… as the scenario says in this variant. */
  equipment: Equipment
  setup: Setup
  look: Look
}

/** What a piece is built with. */
export type Building = Making & {
  /** Labels printed once: `press.text(lines, w, h, engraved)`, `press.draw(w, h, pen => …)` (pixels). */
  press: Press
  /** A paper or a screen drawn again each time the world changes; show it on a `sheet(…, print, 'screen')`. */
  live: (w: number, h: number, draw: Draw) => Print
  /** A text of the scenario in the reader's language. */
  say: (text: Text) => string
}

/** A part's pose in the frame it was made in (the piece's own for a part without parent); `room`: in the room's. */
export type StagePose = Pose & { room?: true }
/** Poses of named parts; `{}` is as it was made. A part that is never named stays as it was made. */
export type Poses = [part: string, pose: StagePose][]

/** The room as it stands, for what depends on where other things are. Everything is in the room's frame. */
export type Stage = Reading & {
  /** Where a piece stands. */
  spot(id: string): Spot | null
  /** One of a piece's places: 'lock', 'tag', a terminal's name, or a mark that the layout gives ('laid', 'work'…). */
  place(id: string, name: string): Spot | null
}

/** Named places of a piece in its own frame. 'lock': the shackle of a padlock; 'tag': a tag's eyelet; terminals by name;
 * `in-0`, `out-0`…: where a switch's poles are wired, when they have no terminal of their own. */
export type Places = Readonly<Record<string, Spot>>

/** The state of a piece of this kind (also of one that shares its state with another kind). */
export type StateOf<K extends PieceKind> = Piece extends infer P ? P extends { kind: infer Own } ? K extends Own ? P : never : never : never

export type KindBody<K extends PieceKind = PieceKind> = {
  /** Where it belongs when the layout does not say. */
  home: Home | ((making: Making) => Home)
  /**
   * How it is set down there: how far its origin is from the surface (metres), turned how, and how much room it leaves
   * free below it for what hangs from it.
   */
  rest?: { lift?: number; turn?: Vec3; below?: number }
  /**
   * The body in its own frame, made with craft/solid.ts. Part names begin with the piece's id: `${id}/lever`. A thing
   * one takes in hand is one part named `id` with nothing fixed. One hit box at least is of the thing `id`; each
   * terminal has one, of the thing `${id}.${terminal}`. Several bodies when several things answer the hand.
   */
  build(building: Building): Body | Body[]
  /** Which part is where in this state. */
  poses?(id: string, piece: StateOf<K>, stage: Stage): Poses
  /** Where padlocks, tags, probes and clamps go on it. */
  places?(making: Making): Places
  /** Parts that turn about their z while this state lasts: radians per second at full speed (0: they slow down). */
  spins?(id: string, piece: StateOf<K>): [part: string, speed: number][]
  /** Parts that go out for a moment, about once a second, while this state lasts: the light of a link that carries something. */
  blinks?(id: string, piece: StateOf<K>): readonly string[]
  /** How it lies in the hand, from the hand's own frame (−z ahead), for what can be held. */
  grip?: Spot
  /** The part that goes to the first terminal when the tool needs two: its second probe. */
  probe?(id: string): string
  /** Worn on the left wrist in this state. */
  onWrist?(piece: StateOf<K>): boolean
  /** Its own sounds, by the event's name, before the common ones (scenes/stand/sounds.ts). */
  sounds?: Readonly<Record<string, Voice>>
  /** A sound that lasts: its partials (hertz, share), and how loud it is in each state (0 to 0.1). */
  hum?(making: Making): { partials: readonly (readonly [number, number])[]; level(piece: StateOf<K>): number } | null
  /**
   * For the gallery: the states to show beside its usual beginning, as what differs. Left out: each yes-or-no of its
   * state turned once. `equipment` gives what the exhibit needs (terminals, fields, a label).
   */
  exhibit?: { states?: readonly Partial<StateOf<K>>[]; equipment?: Partial<Equipment>; look?: Look }
}

/** A part that is not there. */
export const gone: StagePose = { scale: 0 }
