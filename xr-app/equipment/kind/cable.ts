// SPDX-License-Identifier: EUPL-1.2
import { cloth } from '#app/xr/sound/voice.ts'
import { body } from '../craft/body.ts'
import type { FinishName } from '../craft/finish.ts'
import { onSleeve } from '../craft/print.ts'
import { rod, sheet, turned, wire, type Vec3 } from '../craft/solid.ts'
import type { KindBody, Making } from '../kind-body.ts'
import { labelLines } from './label.ts'

/** Its path from its own place: look `path`: "x y z; x y z…" in metres. Left out: a metre hanging along the wall. */
function pathOf({ look }: Making): Vec3[] {
  const said = String(look['path'] ?? '0 0 0.03; 0.1 -0.14 0.03; 0.5 -0.2 0.03; 0.9 -0.14 0.03; 1 0 0.03')
  return said.split(';').map((point) => point.trim().split(/\s+/).map(Number)).map(([x = 0, y = 0, z = 0]): Vec3 => [x, y, z])
}

/** A sheathed cable from gland to gland. A core cut inside it cannot be seen. Look: `path`, `sheath`: "grey". */
export const cable: KindBody<'cable'> = {
  home: 'wall',
  build: (building) => {
    const { id, equipment, look, press, say } = building
    const path = pathOf(building)
    const finish: FinishName = look['sheath'] === 'grey' ? 'phaseGrey' : 'rubberBlack'
    const [x, y, z]: Vec3 = path[Math.floor((path.length - 1) / 2)] ?? [0, 0, 0]
    const [mark = id.toUpperCase()] = labelLines(equipment.label ? say(equipment.label) : id.toUpperCase())
    const ends = [path[0], path.at(-1)].flatMap((end) => (end ? [turned('toolBlack', [[0, 0.012], [0.012, 0.012], [0.014, 0], [0.010, -0.014], [0, -0.014]], end)] : []))
    return body(id, [wire(finish, 0.0072, path, path.length * 14, 12), ...ends,
      rod('paper', 0.0092, 0.034, [x, y, z], [0, 0, Math.PI / 2], 16),
      sheet('paper', 0.032, 0.0135, [x, y, z + 0.0094], undefined, press.text([mark], 128, 54, onSleeve))],
    [], [{ thing: id, size: [0.11, 0.06, 0.05], at: [x, y, z] }])
  },
  // Where it goes into what it joins.
  places: (making) => {
    const path = pathOf(making)
    return Object.fromEntries([['from', path[0]], ['to', path.at(-1)]].flatMap(([name, at]) => (at ? [[name, { at }]] : [])))
  },
  sounds: { 'part-replaced': cloth },
  exhibit: { equipment: { label: { fr: 'W1 – 4G1,5 mm²', en: 'W1 – 4G1.5 mm²' } }, states: [] },
}
