// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { credentialForms, type CredentialForm } from '#domain/credential/forms/names.ts'
import { getFile } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'

/** The same proof in other formats, folded away: each is made when it is asked for, and says when it is of use. */
export function OtherForms({ address, title, kind }: { address: string; title: string; kind: Kind }) {
  const { t } = useTranslation('wallet')
  return (
    <details className="forms">
      <summary><Icon name="file" />{t('forms.title')}</summary>
      <p className="quiet">{t('forms.about')}</p>
      <ul>{credentialForms.map((form) => <li key={form}><OneForm address={address} title={title} form={form} kind={kind} /></li>)}</ul>
    </details>
  )
}

/** Where `address` leads: the same forms, said in other words. */
type Kind = 'competence' | 'diploma'
type Step = { is: 'idle' | 'making' | 'made' } | { is: 'refused'; error: unknown }

function OneForm({ address, title, form, kind }: { address: string; title: string; form: CredentialForm; kind: Kind }) {
  const { t } = useTranslation('wallet')
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const make = () => {
    setStep({ is: 'making' })
    getFile(`${address}/forms/${form}`).then(save)
      .then(() => setStep({ is: 'made' }), (error: unknown) => setStep({ is: 'refused', error }))
  }
  const name = t(`forms.${form}.name`)
  return (
    <>
      <div className="what">
        <b>{name}</b>
        <p>{t(kind === 'diploma' && form === 'sd-jwt-vc' ? 'forms.sd-jwt-vc.whenDiploma' : `forms.${form}.when`)}</p>
        <p role="status" className="small quiet">{step.is === 'making' || step.is === 'made' ? t(`forms.${step.is}`) : ''}</p>
        {step.is === 'refused' && <RefusedNotice error={step.error} />}
      </div>
      {/* It stays in place and in reach while it works: whoever reads by ear is not thrown off it. */}
      <button type="button" className="button" data-form={form} aria-disabled={step.is === 'making'} aria-label={t('forms.getThis', { title, form: name })}
        onClick={() => step.is !== 'making' && make()}>
        <Icon name="download" />{t('forms.get')}
      </button>
    </>
  )
}

function save({ content, name }: { content: Blob; name: string }): void {
  const address = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The browser has taken it by then; at once, some have not.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
