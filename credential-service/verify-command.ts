// SPDX-License-Identifier: EUPL-1.2
// npm run verify -- FILE : says whether a credential is valid, and why. Needs no account; with --offline, no network.
import { run } from './verifying/run.ts'

process.exitCode = await run(process.argv.slice(2), process.env, { out: process.stdout, err: process.stderr })
