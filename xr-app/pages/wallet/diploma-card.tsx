// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { getFile } from '../../service/api.ts'
import type { DiplomaLine } from '../../service/shapes.ts'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import { monthIn } from '../../ui/month.ts'
import { useSay } from '../../ui/say.ts'
import { handing } from '../../service/handed.ts'
import { RefusedNotice } from '../../ui/states.tsx'
import { typeset } from '../../ui/typeset.ts'
import { OtherForms } from './other-forms.tsx'

const looks = {
  valid: { tone: 'valid', icon: 'check' }, suspended: { tone: 'unsure', icon: 'clock' }, revoked: { tone: 'refused', icon: 'stop' },
} as const

/**
 * A diploma as one would hang it: what it is, whose it is, what it says; then what to do with it. `arrived`: it has just been
 * claimed, and whoever typed its code is led to it; `met`: once, however often the page is shown anew.
 */
export function DiplomaCard({ line, arrived, met }: { line: DiplomaLine; arrived: boolean; met: () => void }) {
  const { t } = useTranslation('wallet')
  const { language, say, day } = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!arrived) return
    heading.current?.focus()
    met()
  }, [arrived, met])
  const { id, title, state, ready, issuer, holder, diploma, session, school, validFrom } = line
  const address = `/api/wallet/diplomas/${id}`
  const { tone, icon } = looks[state]
  return (
    <article className="diploma" aria-labelledby={`diploma-${id}`}>
      <div className="sheet">
        <Ember level={ready && state === 'valid' ? 1 : 0.4} size={44} breathing={!ready} />
        {/* A diploma is a French act: what it says is in French, whoever reads it. */}
        <p className="from" lang="fr">{issuer.name}</p>
        <h3 id={`diploma-${id}`} ref={heading} tabIndex={-1} lang="fr">{typeset(diploma.title, 'fr')}</h3>
        {diploma.speciality !== null && <p className="speciality" lang="fr">{typeset(diploma.speciality, 'fr')}</p>}
        <p className="to"><span className="quiet">{t('diploma.to')}</span> <b>{holder.givenNames} {holder.familyName}</b></p>
        {diploma.mention !== null && <p className="mention">{t('diploma.mention', { mention: diploma.mention })}</p>}
        <dl>
          <div><dt>{t('diploma.born')}</dt><dd>{day(holder.birthDate)}{holder.birthPlace && `, ${holder.birthPlace}`}</dd></div>
          <div><dt>{t('diploma.session')}</dt><dd>{monthIn(session, language)}</dd></div>
          <div><dt>{t('diploma.school')}</dt><dd lang="fr">{school.name}</dd></div>
          <div><dt>{t('diploma.issued')}</dt><dd><time dateTime={validFrom}>{day(validFrom)}</time></dd></div>
        </dl>
        <p><span className={`badge tone ${tone}`} data-state={state}><Icon name={icon} />{t(ready ? `diploma.states.${state}` : 'status.anchoring.word')}</span></p>
      </div>
      {ready && (
        <div className="stack">
          {state !== 'valid' && <p>{t(`diploma.then.${state}`)}</p>}
          <div className="row">
            <a className="button main" href={`${address}/bundle`} download><Icon name="download" />{t('diploma.download')}</a>
            <Share address={`${address}/bundle`} title={say(title)} />
            <Link className="button" href="/verifier" state={handing(`${address}/bundle`)}><Icon name="verify" />{t('diploma.verify')}</Link>
          </div>
          <OtherForms address={address} title={say(title)} kind="diploma" />
        </div>
      )}
    </article>
  )
}

const mayShare = () => typeof navigator.canShare === 'function' && navigator.canShare({ files: [new File([''], 'x.json', { type: 'application/json' })] })

/** Hands the file to another application, where the device has a way to; elsewhere the download serves. */
function Share({ address, title }: { address: string; title: string }) {
  const { t } = useTranslation('wallet')
  const [error, setError] = useState<unknown>(null)
  if (!mayShare()) return null
  const share = async () => {
    const { content, name } = await getFile(address)
    await navigator.share({ title, files: [new File([content], name, { type: 'application/json' })] })
  }
  // Closing the device's own panel is a choice, not a fault.
  const failed = (cause: unknown) => { if (!(cause instanceof DOMException && cause.name === 'AbortError')) setError(cause) }
  return (
    <>
      <button type="button" className="button" onClick={() => { setError(null); share().catch(failed) }}><Icon name="arrow" />{t('diploma.share')}</button>
      {error !== null && <RefusedNotice error={error} />}
    </>
  )
}
