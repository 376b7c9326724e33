// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext, type ReactNode } from 'react'
import type { Role } from '#domain/access.ts'
import { get, post } from './api.ts'
import { useRemote } from './use-remote.ts'

export type Person = {
  id: string
  displayName: string
  roles: Role[]
  school: { id: string; name: string } | null
}

export type Presence =
  | { state: 'loading'; person: null }
  | { state: 'unreachable'; person: null }
  | { state: 'signed-out'; person: null }
  | { state: 'signed-in'; person: Person }

const PresenceContext = createContext<Presence>({ state: 'loading', person: null })

/** Asks once who is here; every page then knows without asking again. */
export function PersonProvider({ children }: { children: ReactNode }) {
  const { remote } = useRemote('me', (signal) => get<{ person: Person | null }>('/api/me', { signal }))
  return <PresenceContext value={presenceOf(remote)}>{children}</PresenceContext>
}

type Asked = ReturnType<typeof useRemote<{ person: Person | null }>>['remote']

function presenceOf(remote: Asked): Presence {
  if (remote.state === 'loading') return { state: 'loading', person: null }
  if (remote.state === 'failed') return { state: 'unreachable', person: null }
  const { person } = remote.value
  return person ? { state: 'signed-in', person } : { state: 'signed-out', person: null }
}

export const usePresence = () => useContext(PresenceContext)

/** Ends the session on the service, then starts afresh: nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await post('/api/sign-out')
  location.assign('/')
}
