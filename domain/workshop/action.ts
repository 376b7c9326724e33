// SPDX-License-Identifier: EUPL-1.2
/**
 * One thing a person did in the workshop. The same shape comes from a headset, a mouse, a finger or the keyboard:
 * which input was used is not part of the evidence.
 */
export type Action = {
  /** Simulation time, whole milliseconds since the attempt began. Never decreases within a recording. */
  at: number
  /** What was done: one of the names the target's kind of equipment knows ('open', 'lock', 'measure'…). */
  name: string
  /** The equipment, terminal or document acted on, by its id in the scenario. */
  target: string
  /** The tool or object used, when there is one ('tester', 'multimeter', 'padlock'…). */
  with?: string
  /** The second place, for a gesture that needs two (the second probe of a tester). */
  second?: string
  /** A chosen value (a field of a form, a choice). Never free text: nothing personal can enter a recording. */
  value?: string
}

/** An action as the learner's device proposes it, before the session's clock dates it. */
export type Gesture = Omit<Action, 'at'>

/** A consequence the world produced: 'arc', 'padlock-refused', 'voltage-shown'… with the values it shows. */
export type WorldEvent = {
  at: number
  name: string
  target: string
  values?: Record<string, string | number | boolean>
}
