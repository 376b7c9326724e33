// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
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

type FailureProps = {
  error: unknown
  again?: () => void
  /** It is all there is on the page: its title is the page's, and there is a way out. */
  whole?: boolean
}

/** What went wrong, in words, and what to do. Offline is said as offline; a code is shown for whoever helps. */
export function Failure({ error, again, whole = false }: FailureProps) {
  const { t } = useTranslation()
  const { kind, code, words } = explained(error)
  const Title = whole ? 'h1' : 'h2'
  return (
    <div className="state" role="alert">
      <span className="tone unsure badge"><Icon name={kind === 'offline' ? 'offline' : 'stop'} />{t(`errors.${kind}.word`)}</span>
      <Title>{words?.title ?? t(`errors.${kind}.title`)}</Title>
      <p>{words?.help ?? t(`errors.${kind}.help`)}</p>
      <div className="row">
        {again && <button type="button" className="button" onClick={again}><Icon name="retry" />{t('states.retry')}</button>}
        {whole && <Link className="button" href="/">{t('lost.home')}</Link>}
      </div>
      {code && <p className="small quiet">{t('states.code', { code })}</p>}
    </div>
  )
}

/** The same, as one line beside the button that was refused. */
export function RefusedNotice({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const { kind, words } = explained(error)
  return (
    <div className="notice tone refused" role="alert">
      <Icon name={kind === 'offline' ? 'offline' : 'stop'} />
      <p><b>{words?.title ?? t(`errors.${kind}.title`)}.</b> {words?.help ?? t(`errors.${kind}.help`)}</p>
    </div>
  )
}

type Explained = {
  kind: 'offline' | 'signed-out' | 'not-allowed' | 'not-found' | 'page' | 'unknown'
  code?: string
  words?: Problem['words']
}

function explained(error: unknown): Explained {
  if (error instanceof Unreachable || isMissingCode(error)) return { kind: 'offline' }
  if (!(error instanceof Problem)) return { kind: 'page' }
  const { status, code, words } = error
  if (status === 401) return { kind: 'signed-out' }
  if (status === 403) return { kind: 'not-allowed' }
  if (status === 404) return { kind: 'not-found', words }
  if (!words && (status >= 502 || code === 'NOT_JSON')) return { kind: 'offline' }
  return { kind: 'unknown', code, words }
}

// A page whose code could not be fetched: the browser says so in its own words (Chromium, Firefox, Safari).
const isMissingCode = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message)
