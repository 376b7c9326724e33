// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export default function CataloguePage() {
  const { t } = useTranslation()
  return <Page title={t('nav.catalogue')}><></></Page>
}
