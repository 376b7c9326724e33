// SPDX-License-Identifier: EUPL-1.2
// The text of the WebAssembly module that lays out a template: its pieces and the texts of its slots, one after another.

/** Where the module keeps the place and length of each slot's text, the texts, what is laid out, and the templates. */
export const sheet = { slots: 0, texts: 1024, textsEnd: 512 * 1024, out: 512 * 1024, outEnd: 4 * 2 ** 20, templates: 4 * 2 ** 20, mostTemplates: 32 * 2 ** 20, page: 65_536 }

/** Bytes copied at a time: up to this many more than a text has are read and written, and written over by the next. */
export const STRIDE = 16

const get = (name: string) => `(local.get $${name})`
const set = (name: string, value: string) => `(local.set $${name} ${value})`
const field = (offset: number, at: string) => `(i32.load offset=${offset} ${at})`

/** Copies `length` bytes to `to`, and moves `to` behind them. */
const copy = (from: string, length: string) => `
    ${set('from', from)} ${set('length', length)} ${set('k', '(i32.const 0)')}
    (block $done (loop $stride
      (br_if $done (i32.ge_u ${get('k')} ${get('length')}))
      (v128.store (i32.add ${get('to')} ${get('k')}) (v128.load (i32.add ${get('from')} ${get('k')})))
      ${set('k', `(i32.add ${get('k')} (i32.const ${STRIDE}))`)}
      (br $stride)))
    ${set('to', `(i32.add ${get('to')} ${get('length')})`)}`

/**
 * The module: `lay(program, end)` lays out a template and gives where it ends. A program is three words a step: where a
 * piece is, how long it is, and where the slot that follows is told of.
 */
export function composeSheet(): string {
  return `(module (memory (export "memory") ${sheet.templates / sheet.page})
(func (export "lay") (param $step i32) (param $end i32) (result i32)
  (local $to i32) (local $from i32) (local $length i32) (local $k i32) (local $slot i32)
  ${set('to', `(i32.const ${sheet.out})`)}
  (loop $next
    ${copy(field(0, get('step')), field(4, get('step')))}
    ${set('slot', field(8, get('step')))}
    ${copy(field(0, get('slot')), field(4, get('slot')))}
    ${set('step', `(i32.add ${get('step')} (i32.const 12))`)}
    (br_if $next (i32.lt_u ${get('step')} ${get('end')})))
  ${get('to')})
)
`
}
