// SPDX-License-Identifier: EUPL-1.2
import type { DomainErrorCode } from '#domain/errors.ts'
import type { ServiceErrorCode } from '../use-cases/errors.ts'
import type { ProblemKind } from './kind.ts'
import { problemsOfTheRules } from './of-the-rules.ts'
import { problemsOfTheService } from './of-the-service.ts'

export type ErrorCode = DomainErrorCode | ServiceErrorCode

/** Each code of the closed list, its HTTP status, what it means and what to do; docs/errors.md is written from it. */
export const problemTable: Record<ErrorCode, ProblemKind> = { ...problemsOfTheRules, ...problemsOfTheService }
