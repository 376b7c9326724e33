// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { reasonsFor, statusReasons, type StatusAct, type StatusReason } from '#domain/credential/status.ts'
import { post } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { RefusedNotice } from '../../ui/states.tsx'
import { History, thenOf } from './history.tsx'
import type { Credential, File } from './shapes.ts'
import { StateBadge } from './state-badge.tsx'
import { ToldApart } from './told-apart.tsx'

/** One credential: what it is, where it stands, what may be proposed, what was done before. */
export function Found({ file: { credential, history }, done }: { file: File; done: () => void }) {
  const { t } = useTranslation('govern')
  const { say, day } = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  // What was found takes the place of the search: whoever reads by ear or by keyboard is led to it.
  useEffect(() => heading.current?.focus(), [])
  const waits = history.some(({ decision }) => decision === null)
  return (
    <article className="card raised stack" aria-labelledby="found-title">
      <div className="stack-line">
        <h2 id="found-title" ref={heading} tabIndex={-1}>{credential.holder}</h2>
        <p>{say(credential.title)}</p>
        <ToldApart credential={credential} />
        <p className="quiet small">{t('found.issued', { day: day(credential.issuedAt), school: credential.school })}</p>
      </div>
      <StateBadge state={credential.state} />
      {credential.replacedBy !== null && <p>{t('found.replaced')}</p>}
      {credential.replaces !== null && <p>{t('found.replaces')}</p>}
      {credential.duplicates > 0 && <p>{t('found.duplicates', { count: credential.duplicates })}</p>}
      {waits && <p>{t('found.waits')}</p>}
      {!waits && credential.state === 'revoked' && <p>{t('found.ended')}</p>}
      {!waits && credential.state !== 'revoked' && <Propose credential={credential} done={done} />}
      <History acts={history} />
      <div className="row"><button type="button" className="button plain" onClick={done}>{t('found.another')}</button></div>
    </article>
  )
}

function actsOn({ state, suspendable, kind, corrected }: Credential): StatusAct[] {
  // What takes a diploma's place is another, made from a corrected line: it must be there.
  const correct: StatusAct[] = kind === 'diploma' && !corrected ? [] : ['correct']
  return state === 'suspended' ? ['restore', ...correct, 'revoke'] : ['duplicate', ...correct, ...(suspendable ? ['suspend' as const] : []), 'revoke']
}

function Propose({ credential, done }: { credential: Credential; done: () => void }) {
  const { t } = useTranslation('govern')
  const { say } = useSay()
  const [act, setAct] = useState<StatusAct | null>(null)
  const [reason, setReason] = useState<StatusReason | null>(null)
  const [error, setError] = useState<unknown>(null)
  const choose = (value: string) => {
    setAct(value as StatusAct)
    setReason(null)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    post('/api/status-acts', { credential: credential.id, act, reason }).then(done, setError)
  }
  return (
    <form className="stack" onSubmit={send} aria-labelledby="propose-title">
      <h3 id="propose-title">{t('propose.title')}</h3>
      {credential.kind === 'diploma' && !credential.corrected && <p className="quiet">{t('propose.correctFirst')}</p>}
      <RadioGroup className="choices" aria-labelledby="propose-title" value={act} onChange={choose}>
        {actsOn(credential).map((one) => <Radio key={one} className="choice" value={one}>{t(`acts.${one}`)}</Radio>)}
      </RadioGroup>
      {act && (
        <RadioGroup className="choices" aria-label={t('propose.reason')} value={reason} onChange={(value) => setReason(value as StatusReason)}>
          <p><b>{t('propose.reason')}</b></p>
          {reasonsFor(act).map((code) => <Radio key={code} className="choice" value={code}>{say(statusReasons[code].text)}</Radio>)}
        </RadioGroup>
      )}
      {act && <p>{t(thenOf(act, credential.kind))}</p>}
      {error !== null && <RefusedNotice error={error} />}
      <div className="row">
        <button type="submit" className="button main" disabled={reason === null}><Icon name="arrow" />{t('propose.send')}</button>
      </div>
    </form>
  )
}
