// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import type { Role } from '#domain/access.ts'
import { usePresence } from '../../service/person.tsx'
import { Problem } from '../../service/problem.ts'
import { SignInFirst } from '../../ui/sign-in-first.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import '../results/results.css'
import './jury.css'

/** What only one role sees. */
export function ForRole({ role, children }: { role: Role; children: ReactNode }) {
  const { state, person } = usePresence()
  if (state === 'loading') return <Loading />
  if (state === 'signed-out') return <SignInFirst />
  if (person && !person.roles.includes(role)) return <Failure error={new Problem(403, 'ERR_NOT_ALLOWED')} />
  return children
}
