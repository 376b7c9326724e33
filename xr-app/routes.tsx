// SPDX-License-Identifier: EUPL-1.2
import { lazy, type ComponentType } from 'react'
import { loadTexts } from './ui/i18n.ts'

type PageModule = { default: ComponentType }

/** A page is fetched when it is first visited, together with its texts. */
const page = (texts: string, load: () => Promise<PageModule>) =>
  lazy(async () => (await Promise.all([load(), loadTexts(texts)]))[0])

type Route = {
  path: string
  Page: ComponentType
  /** 'bare' pages (the workshop) have the whole screen: neither header nor tab bar. */
  frame: 'full' | 'bare'
}

// The one list of pages. A new page is a folder in pages/ with page.tsx, a texts file per language, and one line here.
export const routes: readonly Route[] = [
  { path: '/', frame: 'full', Page: page('catalogue', () => import('./pages/catalogue/page.tsx')) },
  { path: '/atelier/:scenario', frame: 'bare', Page: page('workshop', () => import('./pages/workshop/page.tsx')) },
  { path: '/bilan/:attempt', frame: 'full', Page: page('debrief', () => import('./pages/debrief/page.tsx')) },
  { path: '/portefeuille', frame: 'full', Page: page('wallet', () => import('./pages/wallet/page.tsx')) },
  { path: '/enseigner', frame: 'full', Page: page('teach', () => import('./pages/teach/page.tsx')) },
  { path: '/gerer', frame: 'full', Page: page('govern', () => import('./pages/govern/page.tsx')) },
  { path: '/resultats', frame: 'full', Page: page('results', () => import('./pages/results/page.tsx')) },
  { path: '/resultats/:session', frame: 'full', Page: page('results', () => import('./pages/results/session-page.tsx')) },
  { path: '/resultats/:session/:file', frame: 'full', Page: page('results', () => import('./pages/results/report-page.tsx')) },
  { path: '/deliberations', frame: 'full', Page: page('jury', () => import('./pages/jury/academy-page.tsx')) },
  { path: '/deliberations/:deliberation', frame: 'full', Page: page('jury', () => import('./pages/jury/deliberation-page.tsx')) },
  { path: '/jury', frame: 'full', Page: page('jury', () => import('./pages/jury/page.tsx')) },
  { path: '/jury/:sitting', frame: 'full', Page: page('jury', () => import('./pages/jury/sitting-page.tsx')) },
  { path: '/reglages', frame: 'full', Page: page('settings', () => import('./pages/settings/page.tsx')) },
  { path: '/guide/:scenario', frame: 'full', Page: page('guide', () => import('./pages/guide/page.tsx')) },
  { path: '/galerie', frame: 'full', Page: page('gallery', () => import('./pages/gallery/page.tsx')) },
  { path: '/verifier', frame: 'full', Page: page('verify', () => import('./pages/verify/page.tsx')) },
]
