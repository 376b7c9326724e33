// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { useSay } from '../../ui/say.ts'
import type { Credential } from './shapes.ts'

/** What tells the holder of a diploma from another of the same name: an act on the wrong one may be for ever. */
export function useToldApart() {
  const { t } = useTranslation('govern')
  const { day } = useSay()
  return ({ told }: Credential) => (told === null ? null : t('told', { ...told, day: day(told.birthDate) }))
}

export function ToldApart({ credential }: { credential: Credential }) {
  const said = useToldApart()(credential)
  return said === null ? null : <span>{said}</span>
}
