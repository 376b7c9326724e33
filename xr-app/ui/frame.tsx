// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { usePresence } from '../service/person.tsx'
import { Ember } from './ember.tsx'
import './frame.css'
import { Icon, type IconName } from './icon.tsx'
import { chooseLanguage } from './i18n.ts'
import { PersonTools } from './person-tools.tsx'
import { DamagedSettings } from './settings/damaged.tsx'

/** The masthead, the page, the foot. On a phone the tabs lie under the thumb. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="frame">
      <a className="skip" href="#main">{t('skip')}</a>
      <header className="masthead">
        <Link className="brand" href="/"><Ember level={1} size={24} />Compagnon</Link>
        <Tabs />
        <div className="tools"><LanguageButton /><SettingsLink /><PersonTools /></div>
      </header>
      <main className="content" id="main" tabIndex={-1}><DamagedSettings />{children}</main>
      <footer className="foot"><div><span>{t('foot.promise')}</span><span>{t('foot.licence')}</span></div></footer>
    </div>
  )
}

/** A page reached from a tab keeps it marked: one sees where one is. Deliberations are over results. */
const isUnder = (path: string, tab: string) => (tab !== '/' && path.startsWith(`${tab}/`)) || (tab === '/resultats' && path.startsWith('/deliberations'))

type Tab = { href: string; icon: IconName; word: string }

function Tabs() {
  const { t } = useTranslation()
  const [path] = useLocation()
  const { person } = usePresence()
  const teaches = person?.roles.includes('teacher') ?? false
  const imports = person?.roles.includes('academy') ?? false
  const sits = person?.roles.includes('jury') ?? false
  // Someone not signed in yet may be a student: the wallet then shows the way in.
  const learns = person?.roles.includes('student') ?? true
  const governs = person?.roles.some((role) => role === 'school-head' || role === 'academy') ?? false
  const tabs: Tab[] = [
    { href: '/', icon: 'workshop', word: t('nav.catalogue') },
    ...(learns ? [{ href: '/portefeuille', icon: 'wallet' as const, word: t('nav.wallet') }] : []),
    ...(teaches ? [{ href: '/enseigner', icon: 'teach' as const, word: t('nav.teach') }] : []),
    ...(governs ? [{ href: '/gerer', icon: 'file' as const, word: t('nav.govern') }] : []),
    ...(imports ? [{ href: '/resultats', icon: 'people' as const, word: t('nav.results') }] : []),
    ...(sits ? [{ href: '/jury', icon: 'hand' as const, word: t('nav.jury') }] : []),
    { href: '/verifier', icon: 'verify', word: t('nav.verify') },
  ]
  return (
    <nav className="tabs" aria-label={t('nav.label')}>
      {tabs.map(({ href, icon, word }) => (
        <Link key={href} href={href} aria-current={path === href ? 'page' : isUnder(path, href) ? 'true' : undefined}><Icon name={icon} />{word}</Link>
      ))}
    </nav>
  )
}

function LanguageButton() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  return (
    <button type="button" className="button plain" lang={other} onClick={() => void chooseLanguage(other)}>
      <Icon name="language" /><span className="word">{t('language.other')}</span>
    </button>
  )
}

/** The way to the settings from every page. */
function SettingsLink() {
  const { t } = useTranslation()
  const [path] = useLocation()
  return (
    <Link className="button plain" href="/reglages" aria-current={path === '/reglages' ? 'page' : undefined}>
      <Icon name="display" /><span className="word">{t('settings.title')}</span>
    </Link>
  )
}
