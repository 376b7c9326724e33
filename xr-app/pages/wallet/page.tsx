// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '../../service/api.ts'
import { usePresence } from '../../service/person.tsx'
import type { AttemptLine, CredentialLine } from '../../service/shapes.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { SignInFirst } from '../../ui/sign-in-first.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { AttemptList } from './attempt-list.tsx'
import { CredentialCard } from './credential-card.tsx'
import './wallet.css'

type Wallet = { credentials: CredentialLine[]; attempts: AttemptLine[] }

async function readWallet(signal: AbortSignal): Promise<Wallet> {
  const [{ credentials }, { attempts }] = await Promise.all([
    get<Pick<Wallet, 'credentials'>>('/api/credentials', { signal }),
    get<Pick<Wallet, 'attempts'>>('/api/attempts', { signal }),
  ])
  return { credentials, attempts }
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
const whileOnItsWay = ({ credentials, attempts }: Wallet) =>
  (credentials.some(({ status }) => status === 'preparing' || status === 'anchoring') || attempts.some(({ status }) => status === 'validated') ? 4_000 : null)

function Holdings() {
  const { remote, again } = useRemote('wallet', readWallet, whileOnItsWay)
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { credentials, attempts } = remote.value
  const waits = attempts.some(({ status, mode }) => mode === 'assessed' && (status === 'assessed' || status === 'validated'))
  return (
    <>
      {credentials.length === 0
        ? <div className="card"><NothingYet waits={waits} /></div>
        : <ul className="credentials" aria-live="polite">{credentials.map((line) => <li key={line.id}><CredentialCard line={line} /></li>)}</ul>}
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
