// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useThree } from '@react-three/fiber'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'

type Watch = { lost: () => void; restored: () => void }

/** A device may take its graphics back at any time (another page, a driver, a pocket): says so, and when they are there again. */
export function WatchGraphics({ lost, restored }: Watch) {
  const canvas = useThree((s) => s.gl.domElement)
  useEffect(() => {
    const away = (event: Event) => {
      // Without this the browser never gives them back.
      event.preventDefault()
      lost()
    }
    canvas.addEventListener('webglcontextlost', away)
    canvas.addEventListener('webglcontextrestored', restored)
    return () => {
      canvas.removeEventListener('webglcontextlost', away)
      canvas.removeEventListener('webglcontextrestored', restored)
    }
  }, [canvas, lost, restored])
  return null
}

/** The picture is gone, nothing else is: it comes back by itself, or one asks for it, or one goes on with words. */
export function LostGraphics({ retry, toPlain }: { retry: () => void; toPlain: () => void }) {
  const { t } = useTranslation('device')
  return (
    <div className="lost-3d" role="alert">
      <p>{t('lost')}</p>
      <div className="row">
        <button type="button" className="button main" data-lost="retry" onClick={retry}><Icon name="retry" />{t('lostRetry')}</button>
        <button type="button" className="button" data-lost="plain" onClick={toPlain}><Icon name="words" />{t('lostToPlain')}</button>
      </div>
    </div>
  )
}
