// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, GestureRule, Moment } from './kind.ts'
import { runningLoads, runningSources, solve, solveWith } from './network.ts'
import type { Piece, Switch } from './pieces.ts'

const lever = ({ world, action }: Moment) => pieceOf(world, action.target, 'disconnector', 'breaker')
const isLever = (piece: Piece): piece is Switch => piece.kind === 'disconnector' || piece.kind === 'breaker'
const when = (test: (lever: Switch) => boolean) => (piece: Piece) => isLever(piece) && test(piece)

/** The loads that stop at once when this lever moves: what it was carrying. */
function loadsCut({ setup, world, action }: Moment, moved: Switch): string[] {
  const before = runningLoads(setup, world)
  // The sources of before: a standby one that takes over later does not spare the contacts.
  const after = { ...world, [action.target]: moved }
  const still = runningLoads(setup, after, solveWith(setup, after, runningSources(setup, world)))
  return before.filter((load) => !still.includes(load))
}

/** Opening: a breaker breaks its load, a disconnector is not made for it and draws an arc in its own chamber. */
export function openLever(moment: Moment, breaksLoad: boolean): Consequence {
  const piece = lever(moment)
  if (!piece.closed) return refused('already-open')
  const moved: Switch = { ...piece, closed: false }
  const cut = loadsCut(moment, moved)
  const opened = { name: 'opened' }
  if (cut.length === 0) return becomes(moment.action.target, moved, opened)
  const name = breaksLoad ? 'load-cut' : 'load-break'
  return becomes(moment.action.target, moved, opened, { name, values: { loads: cut.join(' ') } })
}

/** Closing: refused by a padlock; onto an earthed or shorted circuit it draws an arc and does not hold. */
export function closeLever(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const piece = lever(moment)
  if (piece.closed) return refused('already-closed')
  if (piece.padlock) return refused('lever-locked')
  const moved: Switch = { ...piece, closed: true }
  const { shorted } = solve(setup, { ...world, [action.target]: moved })
  if (shorted.length > 0) return { events: [{ name: 'arc', values: { cause: 'closed-on-earth' } }] }
  return becomes(action.target, moved, { name: 'closed' })
}

function lock({ world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.target, 'disconnector', 'breaker')
  const padlock = pieceOf(world, action.with, 'padlock')
  if (piece.closed) return refused('lever-closed')
  if (piece.padlock) return refused('already-locked')
  if (padlock.on) return refused('padlock-used')
  const id = action.with ?? ''
  return {
    pieces: { [action.target]: { ...piece, padlock: id }, [id]: { ...padlock, on: action.target } },
    events: [{ name: 'locked', values: { padlock: id } }],
  }
}

function unlock({ setup, world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.target, 'disconnector', 'breaker')
  const key = pieceOf(world, action.with, 'key')
  if (!piece.padlock) return refused('not-locked')
  if (setup.equipment[action.with ?? '']?.opens !== piece.padlock) return refused('wrong-key')
  if (key.holder === 'board') return refused('key-on-board')
  return {
    pieces: {
      [action.target]: { ...piece, padlock: null },
      [piece.padlock]: { ...pieceOf(world, piece.padlock, 'padlock'), on: null },
      [action.with ?? '']: { ...key, holder: 'padlock' },
    },
    events: [{ name: 'unlocked', values: { padlock: piece.padlock } }],
  }
}

function hangTag({ world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.target, 'disconnector', 'breaker')
  const tag = pieceOf(world, action.with, 'tag')
  if (piece.tag || tag.on) return refused(piece.tag ? 'already-tagged' : 'tag-used')
  const id = action.with ?? ''
  return {
    pieces: { [action.target]: { ...piece, tag: id }, [id]: { ...tag, on: action.target } },
    events: [{ name: 'tagged', values: { tag: id } }],
  }
}

function removeTag({ world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.target, 'disconnector', 'breaker')
  if (!piece.tag) return refused('not-tagged')
  return {
    pieces: { [action.target]: { ...piece, tag: null }, [piece.tag]: { ...pieceOf(world, piece.tag, 'tag'), on: null } },
    events: [{ name: 'tag-removed', values: { tag: piece.tag } }],
  }
}

/** What any lever knows, whatever it switches. */
export const leverGestures = (breaksLoad: boolean): Record<string, GestureRule> => ({
  open: { offered: when(({ closed }) => closed), perform: (moment) => openLever(moment, breaksLoad) },
  close: { offered: when(({ closed }) => !closed), perform: closeLever },
  lock: { with: ['padlock'], offered: when(({ closed, padlock }) => !closed && !padlock), perform: lock },
  unlock: { with: ['key'], offered: when(({ padlock }) => padlock !== null), perform: unlock },
  'hang-tag': { with: ['tag'], offered: when(({ tag }) => !tag), perform: hangTag },
  'remove-tag': { offered: when(({ tag }) => tag !== null), perform: removeTag },
})

/** A lever as it begins, and how it looks. */
export const leverStart = (kind: Switch['kind']) => ({ label, start }: { label?: Switch['label']; start?: object }): Switch =>
  ({ kind, closed: true, padlock: null, tag: null, ...(label ? { label } : {}), ...start })
export const leverLooks = (piece: Piece): string[] =>
  isLever(piece) ? [piece.closed ? 'closed' : 'open', ...(piece.padlock ? ['locked'] : []), ...(piece.tag ? ['tagged'] : [])] : []
