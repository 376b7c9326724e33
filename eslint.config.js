// SPDX-License-Identifier: EUPL-1.2
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { boundaries } from './boundaries.js'

const NOT_PURE = 'Time, chance and the outside come in as arguments: see docs/architecture.md.'

/**
 * ESLint lets the last matching block of one rule win, so each boundary gets a rule name of its own: a small rule that
 * reads static imports, re-exports and dynamic imports alike.
 */
const importRule = boundary => ({
  meta: { type: 'problem', schema: [] },
  create(context) {
    const forbidden = new RegExp(boundary.forbid)
    const look = node => {
      const name = node.source?.value
      if (typeof name === 'string' && forbidden.test(name)) context.report({ node, message: boundary.message })
    }
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look, ImportExpression: look }
  },
})

const ruleName = (_, index) => `boundary-${index}`
const plugin = { rules: Object.fromEntries(boundaries.map((boundary, index) => [ruleName(boundary, index), importRule(boundary)])) }

const boundaryBlocks = boundaries.map((boundary, index) => ({
  name: boundary.name,
  files: boundary.files,
  ignores: boundary.ignores ?? [],
  plugins: { rooms: plugin },
  rules: { [`rooms/${ruleName(boundary, index)}`]: 'error' },
}))

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/artifacts/**', '**/cache/**', '**/coverage/**', 'contracts/generated/**', '.data/**', '**/*.sol'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['domain/**/*.ts', 'xr-app/**/*.{ts,tsx}', 'credential-service/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['xr-app/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error' } },
  {
    name: 'domain knows no clock and no chance',
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['process', 'fetch', 'crypto', 'performance', 'window', 'document', 'setTimeout', 'setInterval'].map(name => ({ name, message: NOT_PURE }))],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: NOT_PURE }, { object: 'Date', property: 'now', message: NOT_PURE }],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: NOT_PURE }],
    },
  },
  ...boundaryBlocks,
)
