// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext, useEffect, type ReactNode } from 'react'
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
  const presence = presenceOf(remote)
  useForgetting(presence.person !== null)
  return <PresenceContext value={presence}>{children}</PresenceContext>
}

/** A page left signed in, which the browser kept whole, asks again who is here before it shows anybody's papers. */
function useForgetting(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return
    const back = ({ persisted }: PageTransitionEvent) => { if (persisted) location.reload() }
    addEventListener('pageshow', back)
    return () => removeEventListener('pageshow', back)
  }, [signedIn])
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
