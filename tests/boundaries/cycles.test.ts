// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const rooms: Record<string, string> = {
  '#domain/': 'domain/', '#app/': 'xr-app/', '#service/': 'credential-service/', '#tests/': 'tests/', '#contracts/': 'contracts/',
}

/** The repository file an import leads to, or undefined for a package or a data file. */
function target(from: string, name: string): string | undefined {
  const room = Object.keys(rooms).find(prefix => name.startsWith(prefix))
  const path = room ? rooms[room] + name.slice(room.length) : name.startsWith('.') ? normalize(join(dirname(from), name)) : undefined
  return path && /\.tsx?$/.test(path) ? path : undefined
}

/** Imports that exist at run time: types are erased, so a cycle of types alone harms nobody. */
function importsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  return source.statements.flatMap(statement => {
    if (ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly) return [(statement.moduleSpecifier as ts.StringLiteral).text]
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier) return [(statement.moduleSpecifier as ts.StringLiteral).text]
    return []
  }).map(name => target(file, name)).filter(name => name !== undefined)
}

/** Every cycle found by walking the graph depth first, as the path that closes it. */
function cyclesIn(graph: Map<string, string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>()
  const found: string[][] = []
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') return void found.push([...path.slice(path.indexOf(file)), file])
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

describe('imports', () => {
  it('run in no circle', () => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' }).trim().split('\n').filter(existsSync)
    expect(files.length).toBeGreaterThan(20)
    const graph = new Map(files.map(file => [file, importsOf(file, readFileSync(file, 'utf8'))]))
    expect(cyclesIn(graph)).toEqual([])
  })

  it('in a planted circle would be found', () => {
    expect(cyclesIn(new Map([['a.ts', ['b.ts']], ['b.ts', ['c.ts']], ['c.ts', ['a.ts']]]))).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']])
  })
})
