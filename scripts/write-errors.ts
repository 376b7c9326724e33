// SPDX-License-Identifier: EUPL-1.2
// Writes docs/errors.md from the one table of problems: node scripts/write-errors.ts
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { problemTable } from '#service/problems/table.ts'

const INTRODUCTION = `# Errors

Every refusal leaves the service as a problem document (RFC 9457, \`application/problem+json\`) with a stable code from
this closed list, the value that hurts, and what to do. The same list as data: \`GET /api/errors\`. This page is written
by \`node scripts/write-errors.ts\` from \`credential-service/problems/\`; a test fails when it is stale.
`

/** The page, French first. */
export function errorsPage(): string {
  const rows = Object.entries(problemTable).map(([code, { status, title, remedy }]) =>
    `## ${code}\n\n${status}. ${title.fr}. ${remedy.fr}\n\n*${title.en}. ${remedy.en}*\n`)
  return [INTRODUCTION, ...rows].join('\n')
}

if (import.meta.main) await writeFile(fileURLToPath(new URL('../docs/errors.md', import.meta.url)), errorsPage())
