// SPDX-License-Identifier: EUPL-1.2
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepShellForOffline } from './service/offline-shell.ts'
import { startTexts } from './ui/i18n.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/components.css'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')

await startTexts()
createRoot(place).render(<StrictMode><App /></StrictMode>)
keepShellForOffline()
