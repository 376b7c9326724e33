// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, type ComponentProps } from 'react'
import { useXR } from '@react-three/xr'

const load = () => import('./augmented.tsx')
const Placing = lazy(() => load().then(({ Placing: module }) => ({ default: module })))

/** Has augmented reality come, where the device has it, before one enters. A failure is met, and said, when one does. */
export const prepareAugmented = (): void => void load().catch((cause: unknown) => console.info(`Augmented reality could not be fetched ahead: ${String(cause)}`))

/** What augmented reality adds; nobody else waits for it. */
export function Augmented(props: ComponentProps<typeof Placing>) {
  const augmented = useXR((s) => s.session !== undefined && s.mode === 'immersive-ar')
  return augmented ? <Suspense fallback={null}><Placing {...props} /></Suspense> : null
}
