// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const SAID_MS = 6_000

/** Nobody acts in a page that is not looked at: time waited, and this is said when one comes back. */
export const Away = () => <Suspense fallback={null}><Back /></Suspense>

function Back() {
  const { t } = useTranslation('device')
  const [back, setBack] = useState(0)
  useEffect(() => {
    let left = false
    const look = () => {
      if (left && !document.hidden) setBack((before) => before + 1)
      left = document.hidden
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useEffect(() => {
    if (back === 0) return
    const timer = setTimeout(() => setBack(0), SAID_MS)
    return () => clearTimeout(timer)
  }, [back])
  return <p className="away" role="status" data-back={back > 0 || undefined}>{back > 0 && t('back')}</p>
}
