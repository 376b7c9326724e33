// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { checkTwoPersons, reasonsFor, stateAfter, statusActs, statusReasons, statusStates } from '#domain/credential/index.ts'
import type { StatusReason } from '#domain/credential/index.ts'

describe('what may be done to a credential', () => {
  it('is exactly this table: a revoked one never comes back, only a suspended one is restored', () => {
    const allowed = statusActs.flatMap(act => statusStates.flatMap(state => {
      try {
        return [`${act}: ${state} → ${stateAfter(state, act, reasonsFor(act)[0]!)}`]
      } catch (error) {
        expect(error).toMatchObject({ code: 'ERR_STATUS_CHANGE', values: { act, state } })
        return []
      }
    }))
    expect(allowed).toEqual(['revoke: valid → revoked', 'revoke: suspended → revoked', 'suspend: valid → suspended', 'restore: suspended → valid',
      'correct: valid → revoked', 'correct: suspended → revoked', 'duplicate: valid → valid'])
  })

  it('takes a reason of its own list only', () => {
    expect(() => stateAfter('valid', 'revoke', 'inquiry')).toThrow(expect.objectContaining({ code: 'ERR_STATUS_REASON' }))
    for (const act of statusActs) expect(reasonsFor(act).length, act).toBeGreaterThan(1)
    for (const reason of Object.keys(statusReasons) as StatusReason[]) expect(statusActs.some(act => reasonsFor(act).includes(reason)), reason).toBe(true)
  })

  it('takes two persons', () => {
    expect(() => checkTwoPersons('a', 'a')).toThrow(expect.objectContaining({ code: 'ERR_STATUS_SAME_PERSON' }))
    expect(() => checkTwoPersons('a', 'b')).not.toThrow()
  })

  it('has a word for each reason in both languages', () => {
    for (const { text: { fr, en } } of Object.values(statusReasons)) expect(String(fr)).not.toBe(String(en))
  })
})
