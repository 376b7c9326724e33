// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import type { FinishName } from '../craft/finish.ts'
import { ring, type Solid, type Vec3 } from '../craft/solid.ts'
import { colourFlag, plug } from '../cabling-craft.ts'
import { gone, type KindBody, type Look, type Poses, type Stage } from '../kind-body.ts'
import { from, hangLinks, links, noLinks, round } from '../leads.ts'
import { click } from '#app/xr/sound/voice.ts'

const COUNT = 16
const colours: Readonly<Record<string, FinishName>> = { blue: 'cordBlue', yellow: 'cordYellow', grey: 'cordGrey', red: 'toolRed' }
const finishOf = (look: Look): FinishName => colours[String(look['colour'] ?? 'grey')] ?? 'cordGrey'

/** Where its two plugs lie beside its coil. */
const rest = { a: [-0.035, 0.012, 0.075], b: [0.035, 0.012, 0.075] } as const

const coil = (finish: FinishName): Solid[] => [0, 1, 2, 3].map((i) =>
  ring(finish, 0.05 - (i % 2) * 0.006, 0.0031, [i * 0.0018 - 0.003, 0.005 + i * 0.0052, 0], [Math.PI / 2 + (i - 1.5) * 0.05, 0, 0]))

function plugPose(id: string, name: 'a' | 'b', on: string | null, stage: Stage): Poses[number] {
  const [thing = '', terminal = ''] = on?.split('.') ?? []
  const goal = on ? stage.place(thing, terminal) : null
  return [`${id}/${name}`, goal ? { at: goal.at, turn: goal.turn ?? [0, 0, 0], room: true } : gone]
}

/** A patch cord: a coil with its two plugs, or a curve between the jacks they are in. Look: `colour`. */
export const patchCord: KindBody<'patch-cord'> = {
  home: 'bench',
  build: ({ id, look, press, say }) => {
    const finish = finishOf(look)
    const flag = (...[size, at, turn]: [readonly [number, number], Vec3, Vec3?]) => colourFlag(String(look['colour'] ?? 'grey'), size, at, { press, say }, turn)
    const loose = (['a', 'b'] as const).map((name) => ({ name: `${id}/loose-${name}`, parent: id, at: rest[name], solids: plug(finish) }))
    const plugs = (['a', 'b'] as const).map((name) => ({ name: `${id}/${name}`, at: [0, 0, 0] as const, solids: [...plug(finish), ...flag([0.028, 0.0115], [0, 0.014, 0.022])] }))
    return body(id, [], [{ name: id, at: [0, 0, 0], solids: [...coil(finish), ...flag([0.05, 0.02], [0, 0.034, 0.05], [-0.9, 0, 0])] }, ...loose, ...plugs, ...links(id, COUNT, round(finish))], [
      { thing: id, part: id, size: [0.12, 0.04, 0.11], at: [0, 0.012, -0.005] },
      ...(['a', 'b'] as const).map((name) => ({ thing: `${id}.${name}`, part: `${id}/loose-${name}`, size: [0.032, 0.04, 0.05] as const, at: [0, 0, 0.008] as const })),
      // Plugged in, one takes hold of it by its middle: its plugs leave the jacks to be touched.
      ...[2, 5].map((link) => ({ thing: id, part: `${id}/link${link}`, size: [0.024, 0.036, 0.024] as const, at: [0, 0, 0] as const })),
    ])
  },
  poses: (id, { a, b }, stage) => {
    const ends = [a, b].map((on) => {
      const [thing = '', terminal = ''] = on?.split('.') ?? []
      return on ? stage.place(thing, terminal) : null
    })
    const [near, far] = ends
    return [[id, a || b ? gone : {}], [`${id}/loose-a`, a ? gone : {}], [`${id}/loose-b`, b ? gone : {}], plugPose(id, 'a', a, stage), plugPose(id, 'b', b, stage),
      ...(near && far ? hangLinks(id, COUNT, from(near, [0, 0, 0.045]), from(far, [0, 0, 0.045]))
        : near ?? far ? hangLinks(id, COUNT, from((near ?? far)!, [0, 0, 0.045]), from((near ?? far)!, [0.02, -0.2, 0.06])) : noLinks(id, COUNT))]
  },
  places: () => ({ a: { at: rest.a }, b: { at: rest.b } }),
  grip: { at: [0, 0, -0.06], turn: [-0.5, 0, 0] },
  sounds: { plugged: click, unplugged: click },
  exhibit: { equipment: { terminals: ['a', 'b'] }, look: { colour: 'blue' }, states: [{}] },
}
