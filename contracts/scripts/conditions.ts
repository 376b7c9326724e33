// SPDX-License-Identifier: EUPL-1.2
// Hardhat counts statements and lines, not branches. Here every condition of a source (each operand of && and || by
// itself) is passed through a small function with one line for true and one for false, so that counted lines tell
// which branches were taken.

type Node = { nodeType?: string, src?: string, [member: string]: unknown }
type Span = { start: number, length: number }

const HOLDERS: Record<string, string> = {
  IfStatement: 'condition', Conditional: 'condition', ForStatement: 'condition', WhileStatement: 'condition',
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const isEither = (node: Node) => node.nodeType === 'BinaryOperation' && ['&&', '||'].includes(String(node.operator))

/** The operands a condition is made of, with what only joins them left out. */
function operandsOf(node: Node): Node[] {
  if (isEither(node)) return [node.leftExpression, node.rightExpression].filter(isNode).flatMap(operandsOf)
  if (node.nodeType === 'UnaryOperation' && node.operator === '!') return operandsOf(node.subExpression as Node)
  if (node.nodeType === 'TupleExpression') return (node.components as Node[]).flatMap(operandsOf)
  return [node]
}

function spanOf(node: Node): Span {
  const [start = 0, length = 0] = (node.src ?? '').split(':').map(Number)
  return { start, length }
}

/** Where the conditions stand in a source, in bytes, given its syntax tree as solc writes it. */
function conditionsIn(tree: unknown): Span[] {
  const found = new Map<string, Span>()
  const visit = (value: unknown): void => {
    if (!isNode(value)) return
    const condition = value[HOLDERS[value.nodeType ?? ''] ?? '']
    const conditions = isNode(condition) ? operandsOf(condition) : isEither(value) ? operandsOf(value) : []
    for (const node of conditions) found.set(node.src ?? '', spanOf(node))
    Object.values(value).forEach(visit)
  }
  visit(tree)
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** One way a condition may go: `line` in the source, `counted` the line that is executed when it goes that way. */
export type Outcome = { condition: string, line: number, holds: boolean, counted: number }

const reporter = (name: string) => `function ${name}(bool holds) pure returns (bool) {
if (holds) {
return true;
}
return false;
}
`

/** A source whose conditions report themselves, and the line of each outcome. The original lines keep their number. */
export function reportConditions(source: string, tree: unknown): { source: string, outcomes: Outcome[] } {
  const bytes = Buffer.from(source)
  const outcomes: Outcome[] = []
  let text = ''
  let done = 0
  let reporters = ''
  let line = source.split('\n').length
  conditionsIn(tree).forEach(({ start, length }, i) => {
    const condition = bytes.subarray(start, start + length).toString()
    text += `${bytes.subarray(done, start).toString()}outcome${i}(${condition})`
    done = start + length
    reporters += reporter(`outcome${i}`)
    const at = { condition, line: bytes.subarray(0, start).toString().split('\n').length }
    outcomes.push({ ...at, holds: true, counted: line + 2 }, { ...at, holds: false, counted: line + 4 })
    line += 6
  })
  return { source: text + bytes.subarray(done).toString() + reporters, outcomes }
}
