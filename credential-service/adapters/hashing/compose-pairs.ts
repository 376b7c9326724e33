// SPDX-License-Identifier: EUPL-1.2
// The text of the WebAssembly module that makes leaves and the parents of a level of a tree: keccak256 (Keccak 3.0 §2, as
// Ethereum pads it), two at once, one in each half of a vector. Written out by a program, since a round is not to be looped.

/** Where the module keeps the constants of its rounds, its nodes and their parents; and how many pairs it takes at once. */
export const layout = { rounds: 0, nodes: 1024, parents: 1024 + 64 * 1024, pairs: 1024, pages: 3 }

const LANES = 25
const lanes = Array.from({ length: LANES }, (_, i) => i)
const get = (name: string) => `(local.get $${name})`
const set = (name: string, value: string) => `(local.set $${name} ${value})`
const xor = (...values: string[]) => values.reduce((one, other) => `(v128.xor ${one} ${other})`)
const turn = (value: string, name: string, by: number) => (by === 0 ? set(name, value)
  : `${set(name, value)} ${set(name, `(v128.or (i64x2.shl ${get(name)} (i32.const ${by})) (i64x2.shr_u ${get(name)} (i32.const ${64 - by})))`)}`)

/** How far ρ turns each lane, and where π puts it (FIPS 202 §3.2.2, §3.2.3). */
function turns(): { from: number; to: number; by: number }[] {
  const by = new Array<number>(LANES).fill(0)
  for (let t = 0, [x, y] = [1, 0]; t < 24; t++, [x, y] = [y, (2 * x + 3 * y) % 5]) by[x + 5 * y] = ((t + 1) * (t + 2) / 2) % 64
  return lanes.map((from) => ({ from, by: by[from]!, to: Math.floor(from / 5) + 5 * ((2 * (from % 5) + 3 * Math.floor(from / 5)) % 5) }))
}

/** The constants of ι by their shift register (FIPS 202 §3.2.5), 24 of 8 bytes. */
function roundConstants(): bigint[] {
  let register = 1
  return Array.from({ length: 24 }, () => {
    let constant = 0n
    for (let j = 0; j < 7; j++) {
      if (register & 1) constant |= 1n << BigInt(2 ** j - 1)
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0)
    }
    return constant
  })
}

const round = () => [
  ...[0, 1, 2, 3, 4].map((x) => set(`c${x}`, xor(...[0, 5, 10, 15, 20].map((y) => get(`a${x + y}`))))),
  ...[0, 1, 2, 3, 4].map((x) => `${turn(get(`c${(x + 1) % 5}`), 't', 1)} ${set(`d${x}`, xor(get('t'), get(`c${(x + 4) % 5}`)))}`),
  ...turns().map(({ from, to, by }) => turn(xor(get(`a${from}`), get(`d${from % 5}`)), `b${to}`, by)),
  ...lanes.map((i) => {
    const [next, after] = [i - (i % 5) + ((i + 1) % 5), i - (i % 5) + ((i + 2) % 5)]
    return set(`a${i}`, xor(get(`b${i}`), `(v128.andnot ${get(`b${after}`)} ${get(`b${next}`)})`))
  }),
  set('a0', xor(get('a0'), `(v128.load64_splat ${get('round')})`)),
]

// The first differing byte decides: the lowest that differs in the first differing word, since words are little-endian.
const SMALLER = `(func $smaller (param $one i32) (param $other i32) (result i32) (local $a i64) (local $b i64) (local $k i32)
  (loop $next
    (local.set $a (i64.load (i32.add (local.get $one) (local.get $k))))
    (local.set $b (i64.load (i32.add (local.get $other) (local.get $k))))
    (if (i64.eq (local.get $a) (local.get $b)) (then
      (local.set $k (i32.add (local.get $k) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $k) (i32.const 32))))))
  (local.set $k (i32.and (i32.wrap_i64 (i64.ctz (i64.xor (local.get $a) (local.get $b)))) (i32.const 56)))
  (select (local.get $one) (local.get $other) (i64.lt_u
    (i64.and (i64.shr_u (local.get $a) (i64.extend_i32_u (local.get $k))) (i64.const 255))
    (i64.and (i64.shr_u (local.get $b) (i64.extend_i32_u (local.get $k))) (i64.const 255)))))`

/** Which node of a pair is the smaller, and, from it, the other. */
const sides = (low: string, high: string, at: string) => [
  set(low, `(call $smaller ${at} (i32.add ${at} (i32.const 32)))`),
  set(high, `(i32.sub (i32.add ${at} (i32.add ${at} (i32.const 32))) ${get(low)})`),
]
const lane = (i: number) => {
  if (i === 8) return '(v128.const i64x2 1 1)'
  if (i === 16) return '(v128.const i64x2 0x8000000000000000 0x8000000000000000)'
  if (i > 8) return '(v128.const i64x2 0 0)'
  const [at, side] = [(i % 4) * 8, i < 4 ? 'low' : 'high']
  return `(v128.load64_lane offset=${at} 1 ${get(`${side}2`)} (v128.load64_zero offset=${at} ${get(`${side}1`)}))`
}

/** Gives both halves of a vector's lanes, to be hashed again: 32 bytes, then what pads them. */
const hashedAgain = () => lanes.slice(4).map((i) => set(`a${i}`, i === 4 ? lane(8) : i === 16 ? lane(16) : '(v128.const i64x2 0 0)'))

/** A function that hashes n messages of 64 bytes, two at once, `times` over; `begin` says where both halves of each two are. */
function composeHashing(name: string, { begin, step, times }: { begin: string[]; step: number; times: 1 | 2 }): string {
  const locals = [...lanes.flatMap((i) => [`a${i}`, `b${i}`]), ...[0, 1, 2, 3, 4].flatMap((x) => [`c${x}`, `d${x}`]), 't']
  return `(func (export "${name}") (param $count i32)
  ${['at', 'end', 'to', 'low1', 'high1', 'low2', 'high2', 'round', 'left'].map((local) => `(local $${local} i32)`).join(' ')}
  ${locals.map((local) => `(local $${local} v128)`).join(' ')}
  ${set('at', `(i32.const ${layout.nodes})`)} ${set('to', `(i32.const ${layout.parents})`)}
  ${set('end', `(i32.add ${get('at')} (i32.mul ${get('count')} (i32.const ${step / 2})))`)}
  (loop $two
    ${begin.join('\n    ')}
    ${lanes.map((i) => set(`a${i}`, lane(i))).join('\n    ')}
    ${set('left', `(i32.const ${times})`)}
    (loop $again
      ${set('round', `(i32.const ${layout.rounds})`)}
      (loop $rounds
        ${round().join('\n        ')}
        ${set('round', `(i32.add ${get('round')} (i32.const 8))`)}
        (br_if $rounds (i32.lt_u ${get('round')} (i32.const ${layout.rounds + 192}))))
      ${times === 1 ? '' : `${set('left', `(i32.sub ${get('left')} (i32.const 1))`)} ${hashedAgain().join(' ')} (br_if $again ${get('left')})`})
    ${[0, 1, 2, 3].flatMap((i) => [0, 1].map((half) => `(v128.store64_lane offset=${32 * half + 8 * i} ${half} ${get('to')} ${get(`a${i}`)})`)).join('\n    ')}
    ${set('to', `(i32.add ${get('to')} (i32.const 64))`)}
    ${set('at', `(i32.add ${get('at')} (i32.const ${step}))`)}
    (br_if $two (i32.lt_u ${get('at')} ${get('end')}))))`
}

const pairAt = [...sides('low1', 'high1', get('at')), ...sides('low2', 'high2', `(i32.add ${get('at')} (i32.const 64))`)]
/** Salts stand side by side, then digests: neither is moved to be hashed with the other. */
const saltAt = ['low1', 'low2'].flatMap((low, i) => [
  set(low, `(i32.add ${get('at')} (i32.const ${32 * i}))`), set(`high${i + 1}`, `(i32.add ${get(low)} (i32.const ${32 * layout.pairs}))`),
])

/**
 * The module: `parents(n)` writes the parents of n pairs of nodes, `leaves(n)` hashes n salts with their digests, twice. Of
 * an odd number, one more is hashed, of whatever follows.
 */
export function composePairs(): string {
  const constants = roundConstants().map((value) => Array.from({ length: 8 }, (_, i) => `\\${Number((value >> BigInt(8 * i)) & 255n).toString(16).padStart(2, '0')}`).join(''))
  return `(module (memory (export "memory") ${layout.pages}) (data (i32.const ${layout.rounds}) "${constants.join('')}")
${SMALLER}
${composeHashing('parents', { begin: pairAt, step: 128, times: 1 })}
${composeHashing('leaves', { begin: saltAt, step: 64, times: 2 })}
)
`
}
