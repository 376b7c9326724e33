// SPDX-License-Identifier: EUPL-1.2
/** A term of an RDF dataset (https://rdf.js.org/data-model-spec/). */
export type RdfTerm = {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
  value: string
  language?: string
  datatype?: { value: string }
}
export type RdfQuad = { subject: RdfTerm; predicate: RdfTerm; object: RdfTerm; graph: RdfTerm }
