// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import type { Input } from './workshop-address.ts'

type Props = { name: string; value: Input; choose: (input: Input) => void }

/** 3D or plain words: the same scenario and the same evidence. Native radio buttons: this page must stay light. */
export function InputChoice({ name, value, choose }: Props) {
  const { t } = useTranslation('catalogue')
  return (
    <fieldset className="inputs">
      <legend className="visually-hidden">{t('input.legend')}</legend>
      {(['3d', 'plain'] as const).map((input) => (
        <label key={input}>
          <input type="radio" name={`input-${name}`} checked={value === input} onChange={() => choose(input)} />
          <Icon name={input === '3d' ? 'headset' : 'words'} />
          <span><b>{t(`input.${input}.title`)}</b><small>{t(`input.${input}.text`)}</small></span>
        </label>
      ))}
    </fieldset>
  )
}
