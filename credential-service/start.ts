// SPDX-License-Identifier: EUPL-1.2
// `npm start`: everything at one address, with nothing to install.
import { enableCompileCache } from 'node:module'

// Node keeps what it compiled (in the system's temporary folder): the next start is a second faster.
enableCompileCache()
await import('./starting/main.ts')
