// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export default function WalletPage() {
  const { t } = useTranslation()
  return <Page title={t('nav.wallet')}><></></Page>
}
