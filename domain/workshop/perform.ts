// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Action, WorldEvent } from './action.ts'
import { age } from './ageing.ts'
import { idIn, partIn, refused } from './kind.ts'
import type { Choice, Consequence, Moment, TerminalUse } from './kind.ts'
import { kinds } from './kinds.ts'
import { passTime } from './passing.ts'
import type { Piece, PieceKind, World } from './pieces.ts'
import type { Equipment, Setup } from './setup.ts'
import { changesSeen, settle } from './settle.ts'
import { touch } from './touching.ts'

/** The workshop before the first gesture. */
export function startWorld(setup: Setup): World {
  const pieces = Object.values(setup.equipment).map((one): [string, Piece] => [one.id, kindOf(one).start(one)])
  return settle(setup, Object.fromEntries(pieces), 0)
}

/**
 * Does one action in the world and answers the world after it and what happened. The world refuses what cannot be
 * done with an event ('refused', and why); throws ERR_UNKNOWN_EQUIPMENT or ERR_UNKNOWN_ACTION for what it does not know.
 */
export function perform(setup: Setup, world: World, action: Action): { world: World; events: WorldEvent[] } {
  const passed = passTime(world, action.at)
  const aged = age(setup, passed.world, action.at)
  const found = aged.events.length > 0 ? settle(setup, { ...passed.world, ...aged.pieces }, action.at) : passed.world
  const { pieces = {}, events = [] } = consequenceOf({ setup, world: found, action })
  const settled = settle(setup, { ...found, ...pieces }, action.at)
  const seen = [...passed.events, ...aged.events, ...changesSeen(world, found), ...events, ...changesSeen(found, settled)]
  return { world: settled, events: seen.map((event) => ({ at: action.at, target: action.target, ...event })) }
}

/** Whether a piece is in reach: no closed door before it (before its terminals, for a part). */
export function outOfReach(equipment: Equipment, world: World, part: boolean): string | undefined {
  const door = (part && equipment.terminals ? equipment.terminalsBehind : undefined) ?? equipment.behind
  const piece = door === undefined ? undefined : world[door]
  return piece?.kind === 'door' && !piece.open ? door : undefined
}

/** The use of a tool at a terminal, when the tool has it. */
export const useOf = (setup: Setup, tool: string | undefined, name: string): TerminalUse | undefined => {
  const equipment = tool === undefined ? undefined : equipmentIn(setup, tool)
  const uses = equipment && kindOf(equipment).uses
  return uses && Object.hasOwn(uses, name) ? uses[name] : undefined
}

/** Ids come from outside: only the scenario's own count, never what every object inherits. */
const equipmentIn = (setup: Setup, id: string): Equipment | undefined =>
  (Object.hasOwn(setup.equipment, id) ? setup.equipment[id] : undefined)

/** The kind of a piece of equipment. Refuses ERR_UNKNOWN_EQUIPMENT. */
export const kindOf = (equipment: Equipment) => {
  const kind = Object.hasOwn(kinds, equipment.kind) ? kinds[equipment.kind as PieceKind] : undefined
  if (!kind) throw new DomainError('ERR_UNKNOWN_EQUIPMENT', { id: equipment.id, kind: equipment.kind })
  return kind
}

function consequenceOf(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const equipment = equipmentIn(setup, idIn(action.target))
  if (!equipment) throw new DomainError('ERR_UNKNOWN_EQUIPMENT', { id: action.target })
  const terminal = isTerminal(setup, action.target)
  const rule = terminal ? terminalRule(moment) : gestureRule(moment, equipment)
  const other = equipmentIn(setup, idIn(action.second ?? ''))
  const door = outOfReach(equipment, world, terminal) ?? (other && outOfReach(other, world, true))
  return door ? refused('door-closed', { door }) : rule(moment)
}

const unknown = ({ name, target, ...rest }: Action) =>
  new DomainError('ERR_UNKNOWN_ACTION', { name, target, with: rest.with ?? '', second: rest.second ?? '', value: rest.value ?? '' })

/** Whether a target such as `x3.l1` names a terminal of the scenario. */
export const isTerminal = (setup: Setup, target: string): boolean =>
  equipmentIn(setup, idIn(target))?.terminals?.includes(partIn(target) ?? '') ?? false

function terminalRule({ setup, action }: Moment): (moment: Moment) => Consequence {
  if (action.value !== undefined) throw unknown(action)
  if (action.name === 'touch' && action.with === undefined && action.second === undefined) return touch
  const use = useOf(setup, action.with, action.name)
  const twoGood = use?.pair ? isTerminal(setup, action.second ?? '') && action.second !== action.target : action.second === undefined
  const kindGood = !use?.on || use.on.some((kind) => kind === equipmentIn(setup, idIn(action.target))?.kind)
  if (!use || !twoGood || !kindGood) throw unknown(action)
  return use.perform
}

/** Whether an action takes one of the choices of its gesture. */
const isChoice = (choices: readonly Choice[], { target, value }: Action): boolean =>
  choices.some((one) => one.part === partIn(target) && one.value === value)

function gestureRule({ setup, action }: Moment, equipment: Equipment): (moment: Moment) => Consequence {
  const gestures = kindOf(equipment).gestures
  const rule = Object.hasOwn(gestures, action.name) ? gestures[action.name] : undefined
  const toolKind = action.with === undefined ? undefined : equipmentIn(setup, action.with)?.kind
  const toolGood = rule?.with ? rule.with.includes(toolKind as PieceKind) : action.with === undefined
  const placeGood = rule?.choices ? isChoice(rule.choices(equipment), action)
    : rule?.field ? partIn(action.target) !== undefined : action.target === equipment.id && action.value === undefined
  if (!rule || !toolGood || !placeGood || action.second !== undefined) throw unknown(action)
  return (moment) => rule.perform(moment)
}
