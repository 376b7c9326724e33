// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem, Unreachable } from '../service/problem.ts'
import { Ember } from './ember.tsx'
import { Icon } from './icon.tsx'

/** Waiting: shown only when it lasts, so that a fast answer never flickers. */
export function Loading({ what }: { what?: string }) {
  const { t } = useTranslation()
  return (
    <div className="state late" role="status">
      <Ember level={1} size={36} breathing />
      <p className="quiet">{what ?? t('states.loading')}</p>
    </div>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <Ember level={0} size={44} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** What went wrong, in words, and what to do. Offline is said as offline; a code is shown for whoever helps. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const { t, i18n } = useTranslation()
  const code = codeOf(error)
  const known = i18n.exists(`errors.${code}.title`) ? code : 'unknown'
  const values = error instanceof Problem ? error.values : {}
  return (
    <div className="state" role="alert">
      <span className="tone unsure badge"><Icon name={code === 'offline' ? 'offline' : 'stop'} />{t(`errors.${known}.word`, values)}</span>
      <h2>{t(`errors.${known}.title`, values)}</h2>
      <p>{t(`errors.${known}.help`, values)}</p>
      {again && <button type="button" className="button" onClick={again}><Icon name="retry" />{t('states.retry')}</button>}
      {known === 'unknown' && <p className="small quiet">{t('states.code', { code })}</p>}
    </div>
  )
}

function codeOf(error: unknown): string {
  if (error instanceof Unreachable || !navigator.onLine) return 'offline'
  if (!(error instanceof Problem)) return 'page'
  if (error.status === 401) return 'signed-out'
  if (error.status === 403) return 'not-allowed'
  if (error.status === 404) return 'not-found'
  if (error.status >= 502 || error.code === 'NOT_JSON') return 'offline'
  return error.code
}
