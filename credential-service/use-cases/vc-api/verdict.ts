// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '#domain/credential/data-integrity/index.ts'
import { under } from '#domain/credential/data-model/index.ts'
import type { Fault } from '#domain/credential/data-model/index.ts'

export type VerifyOptions = {
  /** What to look at beside the data model: `proof`, `credentialStatus`. All of it, when nothing is said. */
  checks?: string[]
  expectedProofPurpose?: string
  domain?: string
  challenge?: string
}

/** What was found of a document; it is verified when nothing speaks against it. */
export type Verdict = {
  verified: boolean
  /** Rules of the data model that it breaks; then nothing else was looked at. */
  faults: Fault[]
  findings: Finding[]
  /** What could not be told, and was not asked for. */
  warnings: Finding[]
  /** Which checks were carried out: `proof`, `credentialStatus`. */
  checked: string[]
}

export const verdictOf = ({ faults = [], findings = [], warnings = [], checked = [] }: Partial<Omit<Verdict, 'verified'>>): Verdict =>
  ({ verified: faults.length + findings.length === 0, faults, findings, warnings, checked })

/** The same verdict, told from the document that contains this one. */
export function verdictAt(verdict: Verdict, at: string): Verdict {
  const moved = <Said extends { at: string }>(said: Said[]) => said.map((one) => ({ ...one, at: at + one.at }))
  return { ...verdict, faults: moved(verdict.faults), findings: moved(verdict.findings), warnings: moved(verdict.warnings) }
}

/** Several verdicts as one: what was checked is what was checked of each. */
export function together(verdicts: Verdict[]): Verdict {
  const [first] = verdicts
  return verdictOf({
    faults: verdicts.flatMap(({ faults }) => faults),
    findings: verdicts.flatMap(({ findings }) => findings),
    warnings: verdicts.flatMap(({ warnings }) => warnings),
    checked: first?.checked.filter((name) => verdicts.every(({ checked }) => checked.includes(name))),
  })
}

export const found = (rule: Finding['rule'], ...at: (string | number)[]): Finding => ({ rule, at: at.length === 0 ? '' : under('', ...at) })
