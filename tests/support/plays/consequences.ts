// SPDX-License-Identifier: EUPL-1.2
// What the world shows of each fault and each hazard that is played on purpose, at the moment it is made.

/** The gesture that makes it, what then happens, and how the world is right after. */
type Seen = { by: string; events: readonly object[]; world: Readonly<Record<string, object>> }
/** `eliminates`: the criteria missed by it. */
type Ending = Seen & { eliminates: readonly string[] }
export type Consequences = { faults: Readonly<Record<string, Seen>>; hazards: Readonly<Record<string, Ending>> }

const live = { volts: 230, cause: 'touched-live' }
const touched = (target: string, eliminates: readonly string[], world: Seen['world'], kind = 'shock'): Ending =>
  ({ by: `touch ${target}`, events: [{ name: kind, target, values: live }], world, eliminates })

const soldering: Consequences = {
  faults: {
    'e-burn': { by: 'touch-tip iron', events: [{ name: 'burnt', values: { degrees: 350 } }], world: { iron: { on: true, ready: true } } },
    'e-eyes': { by: 'apply-iron board.p1', events: [{ name: 'iron-applied' }], world: { glasses: { worn: false }, board: { contact: { joint: 'p1' } } } },
    'e-stand': { by: 'lay-iron iron', events: [{ name: 'iron-laid-down', values: { hot: true } }], world: { iron: { holder: 'bench', on: true } } },
    'e-delivered': {
      by: 'sign record', events: [{ name: 'signed' }],
      world: { board: { tested: 'open', joints: { p1: { verdict: 'good' }, p2: { verdict: 'cold' } } }, record: { signed: true, fields: { result: 'conform' } } },
    },
  },
  hazards: {
    'eye-hit': {
      by: 'trim-lead board.p1', events: [{ target: 'board.p1' }],
      world: { glasses: { worn: false }, board: { joints: { p1: { trimmed: true }, p2: { trimmed: false } } } }, eliminates: ['e-eyes'],
    },
  },
}

const cabling: Consequences = {
  faults: {
    'e-live-parts': { by: 'strip end-rack', events: [{ name: 'stripped' }], world: { cover: { open: true }, 'end-rack': { sheath: 'stripped' } } },
    'e-service': {
      by: 'unplug m5.jack', events: [{ name: 'unplugged' }, { name: 'link-none', target: 'switch.p5' }, { name: 'service-cut', values: { room: 'room-8' } }],
      world: { m5: { up: false }, 'cord-5': { a: null } },
    },
    'e-untested': { by: 'hand-over report', events: [{ name: 'handed-over' }], world: { report: { handedTo: 'manager', fields: { result: 'passed' } } } },
    'e-false-record': { by: 'hand-over report', events: [{ name: 'handed-over' }], world: { report: { handedTo: 'manager', signed: true, fields: { result: 'passed' } } } },
  },
  hazards: { shock: touched('strip.l', ['e-live-parts'], { cover: { open: true } }) },
}

const lamp: Consequences = {
  faults: {
    'right-circuit': { by: 'close q1', events: [{ name: 'closed' }, { name: 'started-running', target: 'e1' }], world: { q1: { closed: true, padlock: null } } },
    proved: { by: 'close q1', events: [{ name: 'closed' }, { name: 'started-running', target: 'e1' }], world: { q1: { closed: true } } },
    'no-live-contact': { by: 'touch x1.l', events: [{ name: 'shock', target: 'x1.l', values: live }], world: { q1: { closed: true } } },
  },
  hazards: { shock: touched('x1.l', ['right-circuit', 'no-live-contact'], { q1: { closed: true, padlock: null } }) },
}

const lockOut: Consequences = {
  faults: {
    'e-vat': { by: 'hand-over attestation', events: [{ name: 'handed-over' }], world: { attestation: { handedTo: 'work-leader' }, tester: { display: null } } },
    'e-vat-order': { by: 'measure x3.l1', events: [{ name: 'voltage-shown', values: { tool: 'tester', second: 'x3.l2', light: 400, dead: false } }], world: { q3: { closed: true, padlock: null } } },
    'e-contact': { by: 'touch x3.n', events: [{ name: 'touched', values: { bare: true } }], world: { gloves: { worn: false } } },
    'e-wrong-device': { by: 'lock q3', events: [{ name: 'locked', values: { padlock: 'padlock' } }], world: { q3: { closed: false, padlock: 'padlock' }, q2: { closed: true } } },
    'e-lock': { by: 'leave-on-board key', events: [{ name: 'key-board', values: { inUse: true } }], world: { key: { holder: 'board' }, q3: { padlock: 'padlock' } } },
    'e-attestation': { by: 'authorise-work work-leader', events: [{ name: 'work-started' }], world: { 'work-leader': { work: 'working', inZone: true }, attestation: { handedTo: null } } },
    'e-earthing': { by: 'hand-over attestation', events: [{ name: 'handed-over' }], world: { attestation: { handedTo: 'work-leader' }, 'earthing-kit': { clamps: [] } } },
  },
  hazards: {
    shock: touched('x3.l1', ['e-contact'], { gloves: { worn: false }, q3: { closed: true } }),
    arc: touched('x3.l2', [], { gloves: { worn: true }, q3: { closed: true } }, 'arc'),
    accident: {
      by: 'authorise-work work-leader', events: [{ target: 'work-leader', values: { at: 'x3.l1', volts: 230 } }],
      world: { 'work-leader': { inZone: false } }, eliminates: ['e-vat', 'e-lock', 'e-attestation'],
    },
  },
}

const motorStarter: Consequences = {
  faults: {
    'e-live': { by: 'replace fu2', events: [{ name: 'arc', target: 'fu2', values: { volts: 230, cause: 'worked-live' } }], world: { fu2: { blown: true }, 'new-fuse': { used: false } } },
    'e-lockout': { by: 'replace km1', events: [{ name: 'part-replaced' }], world: { key: { holder: 'board' }, km1: { coil: 'good' } } },
    'e-vat': { by: 'replace km1', events: [{ name: 'part-replaced' }], world: { km1: { coil: 'good' }, 'new-contactor': { used: true } } },
    'e-contact': { by: 'touch x0.l1', events: [{ name: 'shock', target: 'x0.l1', values: live }], world: { gloves: { worn: false } } },
    'e-ohms': { by: 'measure km1.a1', events: [{ name: 'meter-fuse-blown', values: { volts: 230 } }], world: { multimeter: { range: 'ohms', fuse: 'blown' } } },
    'e-reset': { by: 'reset f2', events: [{ name: 'reset' }], world: { f2: { setting: '20', trips: 1 } } },
    'e-forced': { by: 'push-armature km1', events: [{ name: 'contactor-closed' }, { name: 'motor-started', target: 'm1' }], world: { km1: { pushed: true, energised: false } } },
  },
  hazards: {
    shock: touched('x0.l1', ['e-contact'], { gloves: { worn: false } }),
    arc: touched('x0.l1', ['e-contact'], { gloves: { worn: true } }, 'arc'),
  },
}

/** By the scenario's id. */
export const consequences: Readonly<Record<string, Consequences>> = {
  'brasage-composant': soldering, 'cablage-baie-reseau': cabling, 'changer-une-lampe': lamp,
  'consignation-armoire': lockOut, 'panne-depart-moteur': motorStarter,
}
