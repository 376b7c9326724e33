// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { dangerousVolts, solve } from './network.ts'
import type { Person, Piece } from './pieces.ts'

const personOf = ({ world, action }: Moment) => pieceOf(world, action.target, 'person')
const becoming = (moment: Moment, part: Partial<Person>, event: string): Consequence =>
  becomes(moment.action.target, { ...personOf(moment), ...part }, { name: event })
const doing = (work: Person['work']) => (piece: Piece) => piece.kind === 'person' && piece.work === work

/** They start on what you said was safe. If a conductor there is live, they are the one who is hurt. */
function authorise(moment: Moment): Consequence {
  const { setup, world, action } = moment
  if (personOf(moment).work !== 'waiting') return refused('work-already-started')
  const block = setup.equipment[action.target]?.worksAt ?? ''
  const solved = solve(setup, world)
  const live = (setup.equipment[block]?.terminals ?? []).map((terminal) => `${block}.${terminal}`)
    .find((terminal) => solved.volts(terminal, setup.network.earth) > dangerousVolts)
  if (live) return { events: [{ name: 'accident', values: { at: live, volts: Math.round(solved.volts(live, setup.network.earth)) } }] }
  return becoming(moment, { work: 'working', inZone: true }, 'work-started')
}

/** The person who does the work: waits for your word, works, tells you when it is over. */
export const person: Kind = {
  start: ({ start }) => ({ kind: 'person', work: 'waiting', inZone: false, ...start }),
  gestures: {
    'authorise-work': {
      // Who works nowhere waits for nothing: a person one only hands papers to.
      offered: (piece, { worksAt }) => worksAt !== undefined && doing('waiting')(piece), perform: authorise,
    },
    'receive-end-of-work': {
      offered: doing('working'),
      perform: (moment) => (personOf(moment).work === 'working'
        ? becoming(moment, { work: 'finished' }, 'end-of-work') : refused('work-not-started')),
    },
    'clear-zone': {
      offered: (piece) => piece.kind === 'person' && piece.inZone,
      perform: (moment) => (personOf(moment).work === 'working'
        ? refused('still-working') : becoming(moment, { inZone: false }, 'zone-clear')),
    },
  },
  looks: (piece) => (piece.kind === 'person' ? [`work-${piece.work}`, piece.inZone ? 'in-zone' : 'out-of-zone'] : []),
}
