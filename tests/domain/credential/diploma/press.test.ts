// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { credentialDigestOf, leafOf, toHex } from '#domain/anchoring/index.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { fillTemplate } from '#domain/credential/template.ts'
import { written } from '#domain/credential/diploma/form.ts'
import { toBase58 } from '#domain/credential/multibase.ts'
import { newPress, ordinarily } from './hands.ts'
import { anyDiploma, diplomaOf } from './records.ts'

const salt = new Uint8Array(32).fill(5)
const textOf = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')

describe('diplomas pressed from a form', () => {
  it('come out byte for byte as the ordinary library and the ordinary digest make them, whatever their texts', async () => {
    const press = newPress()
    let pressed = 0
    await fc.assert(fc.asyncProperty(anyDiploma, async (record) => {
      await press.prepare([record])
      const issued = await press.issue(record, salt)
      const theirs = await ordinarily(record)
      expect(textOf(issued.text)).toBe(canonicalJson(theirs))
      expect(toHex(issued.digest)).toBe(credentialDigestOf(theirs))
      expect(toHex(issued.leaf)).toBe(leafOf(toHex(salt), credentialDigestOf(theirs)))
      if (issued.filled) pressed += 1
    }), { numRuns: 300 })
    expect(pressed).toBeGreaterThan(150)
  }, 120_000)

  it('can be written again from their form, their texts and their signature', async () => {
    const press = newPress()
    await press.prepare([diplomaOf()])
    const { text, filled, signature } = await press.issue(diplomaOf(), salt)
    expect(fillTemplate(filled!.form.json, [...written(filled!.slots).inJson, toBase58(signature)])).toBe(text)
  })

  it('take another form for another session, list, issuer, or the presence of a mention or a speciality', async () => {
    const press = newPress()
    const plain = diplomaOf()
    await press.prepare([plain])
    const others = [
      { session: '2026-09' }, { status: { list: 'http://localhost:3000/status/9', index: 1 } }, { issuer: { ...plain.issuer, name: 'Académie de Paris' } },
      { diploma: { ...plain.diploma, mention: 'none' as const } }, { diploma: { ...plain.diploma, speciality: '' } },
      { validFrom: '2026-07-07T10:00:00Z' }, { diploma: { ...plain.diploma, address: 'http://localhost:3000/other/40025524' } },
    ].map(diplomaOf)
    for (const record of others) {
      expect(press.press(record, salt)).toBeNull()
      expect(textOf((await press.issue(record, salt)).text)).toBe(canonicalJson(await ordinarily(record)))
    }
  })

  it('say which member of a record does not hold, and sign nothing', async () => {
    const press = newPress()
    await expect(press.issue(diplomaOf({ holder: { ...diplomaOf().holder, familyName: ' ' } }), salt))
      .rejects.toMatchObject({ code: 'ERR_RECORD_INVALID', values: { member: 'holder.familyName' } })
    await expect(press.issue(diplomaOf({ school: { uai: '0780004X', name: '\ud800' } }), salt))
      .rejects.toMatchObject({ code: 'ERR_RECORD_INVALID', values: { member: 'school.name' } })
  })
})
