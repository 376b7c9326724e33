// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { useSay } from '../../ui/say.ts'
import type { Credential } from './shapes.ts'

/** What tells the holder of a diploma from another of the same name: an act on the wrong one may be for ever. */
export function useBirth() {
  const { t } = useTranslation('govern')
  const { day } = useSay()
  return ({ told }: Credential) => (told === null ? null : t('born', { day: day(told.birthDate), place: told.birthPlace }))
}

export function ToldApart({ credential }: { credential: Credential }) {
  const born = useBirth()(credential)
  return credential.told === null ? null : <span>{born} · <span lang="fr">{credential.told.schooledAt}</span></span>
}
