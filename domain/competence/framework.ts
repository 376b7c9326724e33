// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { DomainError } from '../errors.ts'

const strict = { additionalProperties: false }
const TextSchema = Type.Object({ fr: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, strict)

const Competence = Type.Object({
  code: Type.String({ minLength: 1 }),
  label: TextSchema,
  /** The code of its area, where the framework has areas. */
  area: Type.Optional(Type.String()),
}, strict)

/** A framework of competences (référentiel): whose words they are, and how sure we are of them. */
export const FrameworkSchema = Type.Object({
  $schema: Type.Optional(Type.String()),
  id: Type.String({ pattern: '^[a-z0-9-]+$' }),
  title: TextSchema,
  /** The short name it goes by: MELEC, CIEL, CRCN. */
  name: Type.String({ minLength: 1 }),
  /** Level of the French national framework of certifications (4: baccalauréat), where it has one. */
  level: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
  /** Number in the national directory of certifications. */
  rncp: Type.Optional(Type.String()),
  legal: Type.Optional(Type.String()),
  /** Where these words come from. */
  source: Type.String({ minLength: 1 }),
  /** What is confirmed and what is not: shown wherever the framework is named in full. */
  status: TextSchema,
  areas: Type.Optional(Type.Array(Type.Object({ code: Type.String(), label: TextSchema }, strict))),
  competences: Type.Array(Competence, { minItems: 1 }),
}, strict)
export type Framework = Static<typeof FrameworkSchema>
export type Competence = Framework['competences'][number]

/** Reads a framework file. Refuses ERR_FRAMEWORK_INVALID with the path of what is wrong, or the code given twice. */
export function readFramework(json: unknown): Framework {
  if (!Value.Check(FrameworkSchema, json)) {
    const [first] = Value.Errors(FrameworkSchema, json)
    throw new DomainError('ERR_FRAMEWORK_INVALID', { path: first?.instancePath ?? '', problem: first?.message ?? '' })
  }
  const framework = json as Framework
  const codes = framework.competences.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined) throw new DomainError('ERR_FRAMEWORK_INVALID', { path: '/competences', problem: `${twice} twice` })
  return framework
}

/** The competence of a code. Refuses ERR_UNKNOWN_COMPETENCE. */
export function competenceOf(framework: Framework, code: string): Competence {
  const competence = framework.competences.find((one) => one.code === code)
  if (!competence) throw new DomainError('ERR_UNKNOWN_COMPETENCE', { framework: framework.id, code })
  return competence
}
