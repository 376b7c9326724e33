// SPDX-License-Identifier: EUPL-1.2
import { Press } from '#app/equipment/craft/print.ts'
import { bodiesOf } from '#app/scenes/consignation-armoire/bodies.ts'
const live = new Press(1024)
const b = () => live.draw(10, 10, () => {})
const bodies = bodiesOf(new Press(2048), { sheet: b(), attestation: b(), diagram: b(), tag: b(), 'tag-2': b(), tester: b(), multimeter: b() }, (id) => [id], ['q3'])
const tris = (s: any) => (s.shape.index ? s.shape.index.count : s.shape.getAttribute('position').count) / 3
let total = 0
const rows: Record<string, number> = {}
for (const x of bodies) {
  const t = [...x.fixed, ...x.parts.flatMap((p) => p.solids)].reduce((n, s) => n + tris(s), 0)
  rows[x.thing] = (rows[x.thing] ?? 0) + t; total += t
}
console.log(Object.entries(rows).sort((a, b) => b[1] - a[1]).map(([k, v]) => `${k} ${v}`).join('\n'), total)
