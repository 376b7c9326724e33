// SPDX-License-Identifier: EUPL-1.2
// npm run issuer -- rotate SCHOOL : what an operator does to an issuer, with the service stopped (docs/operate.md).
import { existsSync } from 'node:fs'
import { run } from './governing/run.ts'

if (existsSync('.env')) process.loadEnvFile('.env')
process.exit(await run(process.argv.slice(2), process.env, { out: process.stdout, err: process.stderr }))
