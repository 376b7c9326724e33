// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '../canonical.ts'

/** SHA-256 of the canonical JSON of every context of others that /vc-api reads. The texts are in resources/contexts/outside. */
export const outsideContextPins: Readonly<Record<string, Digest>> = {
  'https://www.w3.org/2018/credentials/v1': 'sha256:b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
  'https://www.w3.org/2018/credentials/examples/v1': 'sha256:5bca9da34aefb4c5e0cd993e222e58827734e0928fda0210ee73413c43d6e5e5',
  'https://www.w3.org/ns/credentials/examples/v2': 'sha256:8a675bead391be98e6054c4e07c41f73337508d398e07047344c5d349aa2dc58',
  'https://www.w3.org/ns/credentials/undefined-terms/v2': 'sha256:3b11e1df8c618447e9f79f3737e3c30fc0841537eb95f36003742c633672bb9f',
  'https://www.w3.org/ns/credentials/status/v1': 'sha256:b2fcebfbaf4e6beae2be370fda8a5f9f99c28540c798a75a8cdccc0fb1a12492',
  'https://w3id.org/vc/status-list/2021/v1': 'sha256:9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6',
  'https://w3id.org/security/data-integrity/v1': 'sha256:9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
  'https://w3id.org/security/data-integrity/v2': 'sha256:7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
  'https://w3id.org/security/multikey/v1': 'sha256:be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'sha256:fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
  'https://www.w3.org/ns/odrl.jsonld': 'sha256:c9b3bbb66a340349a8b126f464287e139570ae46d40d89362733196babb1c9c6',
}
