// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { DescribedFramework } from './descriptions.ts'

const FOLDER = fileURLToPath(new URL('../../../resources/frameworks/', import.meta.url))

/** The frameworks in resources/frameworks, each read when first named; null when there is none of this id. */
export function frameworkLibrary(folder = FOLDER): (id: string) => Promise<DescribedFramework | null> {
  const known = new Map<string, Promise<DescribedFramework | null>>()
  const read = async (id: string) => {
    if (!/^[a-z0-9-]+$/.test(id)) return null
    const text = await readFile(`${folder}${id}.json`, 'utf8').catch(() => null)
    return text === null ? null : (JSON.parse(text) as DescribedFramework)
  }
  return id => {
    const framework = known.get(id) ?? read(id)
    known.set(id, framework)
    return framework
  }
}
