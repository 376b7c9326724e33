// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/icon.tsx'
import { hasGuide } from './guides.ts'

/** The way to a scenario's guide, where there is one. Apart, since the first page of most people does without. */
export default function GuideLink({ scenario, title }: { scenario: string; title: string }) {
  const { t, i18n } = useTranslation('catalogue')
  if (!hasGuide(scenario, i18n.language)) return null
  return <p><Link className="to-guide" aria-describedby={title} href={`/guide/${scenario}`}><Icon name="file" />{t('guide')}</Link></p>
}
