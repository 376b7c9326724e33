// SPDX-License-Identifier: EUPL-1.2
// The part of these two libraries that the rules use; neither ships types.
declare module 'jsonld' {
  type RemoteDocument = { contextUrl: null; documentUrl: string; document: unknown; tag?: 'static' }
  type Quads = object[]
  const jsonld: {
    toRDF(document: unknown, options: {
      safe: true
      produceGeneralizedRdf: false
      rdfDirection?: 'i18n-datatype'
      documentLoader: (address: string) => Promise<RemoteDocument>
    }): Promise<Quads>
  }
  export default jsonld
}

declare module 'rdf-canonize' {
  type MessageDigest = { update(text: string): void; digest(): string }
  const rdfCanonize: {
    canonize(quads: object[], options: {
      algorithm: 'RDFC-1.0'
      maxWorkFactor?: number
      createMessageDigest?: () => MessageDigest
    }): Promise<string>
  }
  export default rdfCanonize
}
