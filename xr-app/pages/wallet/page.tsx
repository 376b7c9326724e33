// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '../../service/api.ts'
import { usePresence } from '../../service/person.tsx'
import type { AttemptLine, CredentialLine, DiplomaLine } from '../../service/shapes.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { SignInFirst } from '../../ui/sign-in-first.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { AttemptList } from './attempt-list.tsx'
import { ClaimForm } from './claim-form.tsx'
import { CredentialCard } from './credential-card.tsx'
import { DiplomaCard } from './diploma-card.tsx'
import './wallet.css'

type Wallet = { diplomas: DiplomaLine[]; credentials: CredentialLine[]; attempts: AttemptLine[] }

async function readWallet(signal: AbortSignal): Promise<Wallet> {
  const [{ diplomas }, { credentials }, { attempts }] = await Promise.all([
    get<Pick<Wallet, 'diplomas'>>('/api/wallet/diplomas', { signal }),
    get<Pick<Wallet, 'credentials'>>('/api/credentials', { signal }),
    get<Pick<Wallet, 'attempts'>>('/api/attempts', { signal }),
  ])
  return { diplomas, credentials, attempts }
}

/** What one holds, and what is on its way. */
export default function WalletPage() {
  const { t } = useTranslation('wallet')
  const presence = usePresence()
  return (
    <Page title={t('title')}>
      <p className="lead quiet">{t('lead')}</p>
      {presence.state === 'signed-out' ? <SignInFirst /> : <Holdings />}
    </Page>
  )
}

// Asks again while something is on its way: quickly enough to be seen, slowly enough to be polite.
const whileOnItsWay = ({ diplomas, credentials, attempts }: Wallet) =>
  (diplomas.some(({ ready }) => !ready) || credentials.some(({ status }) => status === 'preparing' || status === 'anchoring') || attempts.some(({ status }) => status === 'validated') ? 4_000 : null)

function Holdings() {
  const { t } = useTranslation('wallet')
  const [fresh, setFresh] = useState<string | null>(null)
  const met = useCallback(() => setFresh(null), [])
  const { remote, again } = useRemote('wallet', readWallet, whileOnItsWay)
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { diplomas, credentials, attempts } = remote.value
  const came = (diploma: string) => {
    setFresh(diploma)
    again()
  }
  const waits = attempts.some(({ status, mode }) => mode === 'assessed' && (status === 'assessed' || status === 'validated'))
  return (
    <>
      {diplomas.length > 0 && (
        <section className="stack" aria-labelledby="diplomas-title">
          <h2 id="diplomas-title">{t('diploma.mine')}</h2>
          <ul className="credentials diplomas">{diplomas.map((line) => <li key={line.id}><DiplomaCard line={line} arrived={line.id === fresh} met={met} /></li>)}</ul>
        </section>
      )}
      <ClaimForm claimed={came} />
      {credentials.length > 0 && (
        <section className="stack" aria-labelledby="proofs-title">
          <h2 id="proofs-title">{t('mine')}</h2>
          <ul className="credentials" aria-live="polite">{credentials.map((line) => <li key={line.id}><CredentialCard line={line} /></li>)}</ul>
        </section>
      )}
      {credentials.length === 0 && diplomas.length === 0 && <div className="card"><NothingYet waits={waits} /></div>}
      {attempts.length > 0 && <AttemptList attempts={attempts} />}
    </>
  )
}

function NothingYet({ waits }: { waits: boolean }) {
  const { t } = useTranslation('wallet')
  if (waits) return <Empty title={t('empty.soon')}><p>{t('empty.waits')}</p></Empty>
  return (
    <Empty title={t('empty.title')}>
      <p>{t('empty.help')}</p>
      <Link className="button main" href="/">{t('empty.go')}<Icon name="arrow" /></Link>
    </Empty>
  )
}
