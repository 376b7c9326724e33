// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'
import type { Gesture } from '../workshop/action.ts'
import type { Choice, TerminalUse } from '../workshop/kind.ts'
import { kindOf, outOfReach } from '../workshop/perform.ts'
import type { Piece } from '../workshop/pieces.ts'
import type { Equipment } from '../workshop/setup.ts'
import type { Progress } from './play.ts'
import type { Scenario } from './schema.ts'
import { sayGesture } from './words.ts'

/** Something that can be attempted now. Nothing in it tells whether it is right. */
export type GestureOffer = {
  gesture: Gesture
  label: Text
  /** The place where it is done. */
  place: string
  /** The equipment it is about: the target's, without its terminal or field. */
  about: string
}

/** Everything that can be attempted now, in the order of the scenario's equipment; nothing once the attempt is over. */
export function gesturesFor(scenario: Scenario, progress: Progress): GestureOffer[] {
  if (progress.over) return []
  return Object.values(progress.setup.equipment).flatMap((equipment) =>
    [...gesturesOn(progress, equipment), ...gesturesAtTerminals(progress, equipment)].map((gesture) => offerOf(scenario, progress, equipment, gesture)))
}

/** Said only when it is read: there are hundreds, and one reads a few. */
function offerOf(scenario: Scenario, { setup }: Progress, { id, place }: Equipment, gesture: Gesture): GestureOffer {
  let said: Text | undefined
  return { gesture, place, about: id, get label() { return said ??= sayGesture(scenario, setup, gesture) } }
}

function gesturesOn({ setup, world }: Progress, equipment: Equipment): Gesture[] {
  const piece = world[equipment.id]
  if (!piece || outOfReach(equipment, world, false)) return []
  return Object.entries(kindOf(equipment).gestures).flatMap(([name, rule]): Gesture[] => {
    if (rule.offered && !rule.offered(piece, equipment)) return []
    if (rule.field) return fieldGestures(equipment, name)
    const plain = rule.choices?.(equipment).map((one) => chosen(equipment.id, name, one)) ?? [{ name, target: equipment.id }]
    if (!rule.with) return plain
    const tools = Object.values(setup.equipment).filter(({ kind }) => (rule.with as readonly string[]).includes(kind))
    const fits = (tool: Piece | undefined) => isFree(tool) && (rule.offered?.(piece, equipment, tool) ?? true)
    return tools.filter(({ id }) => fits(world[id])).flatMap(({ id }) => plain.map((one) => ({ ...one, with: id })))
  })
}

const chosen = (id: string, name: string, { part, value }: Choice): Gesture =>
  ({ name, target: part === undefined ? id : `${id}.${part}`, ...(value === undefined ? {} : { value }) })

/** A padlock or a tag already in place is not at hand. */
const isFree = (piece: Piece | undefined) =>
  piece !== undefined && !((piece.kind === 'padlock' || piece.kind === 'tag') && piece.on !== null)

const fieldGestures = ({ id, fields = [] }: Equipment, name: string): Gesture[] =>
  fields.flatMap((field) => field.choices.map(({ value }) => ({ name, target: `${id}.${field.id}`, value })))

function gesturesAtTerminals({ setup, world }: Progress, equipment: Equipment): Gesture[] {
  const terminals = terminalsOf(equipment)
  if (terminals.length === 0 || outOfReach(equipment, world, true)) return []
  const uses = Object.values(setup.equipment).flatMap((tool) =>
    Object.entries(kindOf(tool).uses ?? {}).filter(([, { on }]) => on?.some((kind) => kind === equipment.kind) ?? true)
      .map(([name, use]) => ({ tool, name, use })))
  const beside = (equipment.alongside ?? []).flatMap((id) => {
    const other = setup.equipment[id]
    return other && !outOfReach(other, world, true) ? terminalsOf(other) : []
  })
  return [
    ...(kindOf(equipment).lowVoltage ? [] : terminals.map((target) => ({ name: 'touch', target }))),
    ...uses.flatMap(({ tool, name, use }) => terminals.flatMap((target, index) =>
      offeredUse(use, world[tool.id], target)
        ? seconds(use, [...othersFor(use, world[tool.id], terminals, index), ...beside]).map((second) => ({ name, target, with: tool.id, ...second })) : [])),
  ]
}

const terminalsOf = ({ id, terminals = [] }: Equipment) => terminals.map((terminal) => `${id}.${terminal}`)
/** The terminals that can come second: those that follow, or all the others where the order matters. */
const othersFor = (use: TerminalUse, tool: Piece | undefined, terminals: string[], index: number) => (use.ordered
  ? terminals.filter((other, place) => place !== index && offeredUse(use, tool, other)) : terminals.slice(index + 1))
const offeredUse = (use: TerminalUse, tool: Piece | undefined, target: string) =>
  tool !== undefined && (use.offered?.(tool, target) ?? true)
const seconds = (use: TerminalUse, others: string[]): { second?: string }[] =>
  (use.pair ? others.map((second) => ({ second })) : [{}])
