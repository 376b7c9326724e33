// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { usePresence } from './person.tsx'

/** On whatever page someone comes back, what their earlier visits could not send goes on its way. Shows nothing. */
export function SendLeftovers() {
  const { person } = usePresence()
  const learner = person?.roles.includes('student') ? person.id : null
  useEffect(() => {
    if (learner) void sendWhatIsThere(learner)
  }, [learner])
  useEffect(() => void forgetOldMovements(), [])
  return null
}

/** Thirty days, whoever comes back and wherever: the code that forgets is fetched only where something was once kept. */
async function forgetOldMovements(): Promise<void> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === 'compagnon-poses')) return
  const { forgetOldPoses } = await import('./poses.ts')
  await forgetOldPoses()
}

/** The code that sends is fetched only on a device where an attempt was once made. */
async function sendWhatIsThere(learner: string): Promise<void> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === 'compagnon-evidence')) return
  const { sendLeftovers } = await import('./evidence-queue-leftovers.ts')
  sendLeftovers(learner)
}
