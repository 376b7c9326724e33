// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'

/** '3d': headset, mouse or touch. 'plain': words and buttons, for the keyboard and a screen reader. */
export type Input = '3d' | 'plain'

type Props = { legend: string; value: Input; choose: (input: Input) => void }

/** 3D or plain words: the same scenario, the same evidence. */
export function InputSwitch({ legend, value, choose }: Props) {
  const { t } = useTranslation('workshop')
  return (
    <fieldset className="ways-in">
      <legend>{legend}</legend>
      {(['3d', 'plain'] as const).map((input) => (
        <label key={input}>
          <input type="radio" name="input" value={input} checked={value === input} onChange={() => choose(input)} />
          <Icon name={input === '3d' ? 'headset' : 'words'} />
          <span><b>{t(`input.${input}`)}</b><small>{t(input === '3d' ? 'prepare.input3d' : 'prepare.inputPlain')}</small></span>
        </label>
      ))}
    </fieldset>
  )
}
