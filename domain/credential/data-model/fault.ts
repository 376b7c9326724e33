// SPDX-License-Identifier: EUPL-1.2
import type { DataModelRule } from './rules.ts'

/** A rule that a document breaks, and where (RFC 6901 pointer). Never what is written there: it may be about someone. */
export type Fault = { rule: DataModelRule; at: string }

export const fault = (rule: DataModelRule, at: string): Fault => ({ rule, at })

/** One fault when the rule does not hold, none when it does. */
export const unless = (holds: boolean, rule: DataModelRule, at: string): Fault[] => (holds ? [] : [fault(rule, at)])
