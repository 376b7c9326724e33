// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFramework, type Framework } from '#domain/competence/index.ts'
import type { FrameworkLibrary } from '../../use-cases/catalogue/index.ts'

const FOLDER = fileURLToPath(new URL('../../../resources/frameworks/', import.meta.url))

/**
 * The frameworks in resources/frameworks, read once at the start.
 * @throws ERR_FRAMEWORK_INVALID when a file is malformed: the service must not start with it
 */
export async function frameworkLibrary(folder = FOLDER): Promise<FrameworkLibrary> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const known = new Map<string, Framework>()
  for (const file of files) {
    const framework = readFramework(JSON.parse(await readFile(folder + file, 'utf8')))
    known.set(framework.id, framework)
  }
  return { framework: async (id) => known.get(id) ?? null }
}
