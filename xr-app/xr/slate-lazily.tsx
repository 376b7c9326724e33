// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, type ComponentProps } from 'react'

const load = () => import('./slate.tsx')
const Board = lazy(() => load().then(({ Slate: module }) => ({ default: module })))

/** Has the slate come, where there is a headset, before one enters. A failure is met, and said, when one does. */
export const prepareSlate = (): void => void load().catch((cause: unknown) => console.info(`The slate could not be fetched ahead: ${String(cause)}`))

/** The slate of a headset; a flat screen never fetches it. */
export const Slate = (props: ComponentProps<typeof Board>) => <Suspense fallback={null}><Board {...props} /></Suspense>
