// SPDX-License-Identifier: EUPL-1.2
/**
 * SHA-256 and SHA-384, in hexadecimal, of the bytes of resources that credentials refer to. A resource may have been
 * published in more than one text, and a digest of each is right. First what W3C prints
 * (VC Data Model 2.0, appendix B, and its earlier text of July 2024), then the texts that npm packages carry.
 * An empty list: that digest was never published.
 */
export const publishedDigests: Readonly<Record<string, { sha256: readonly string[]; sha384: readonly string[] }>> = {
  'https://www.w3.org/ns/credentials/v2': {
    sha256: [
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
      '24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9',
      '8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f',
    ],
    sha384: [
      '97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614',
      '35239c36999d2155312091af194a1edb61634d6ad789a5e5b19f2aebdd762dd9d1dcaada40eda7ef921c6b8c0ae107a0',
      '7b6018d05072e8a500819deb31acfb523fc6a746e4208201fdb8e0995412d8f3d23abf947f1f4fe6656b554fa3c455d1',
    ],
  },
  'https://www.w3.org/2018/credentials/v1': {
    sha256: [
      'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
      '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8',
    ],
    sha384: [
      'd34d0e64bf3c0ed7f3878652da3549af652bef9b70daa0832f99b71a591a26c7a9cc7b0808aa26d9c61f2902bc4517e7',
    ],
  },
  'https://www.w3.org/ns/credentials/undefined-terms/v2': {
    sha256: [
      '82dab514ba44eb18f5d1b0f638c5e140c6a556fbfb5089601bdc0fa5eb8b2581',
    ],
    sha384: [
      'b2a66ccddba70ba67ad99c2ff52e60558df0063cea51c4ca886e25d9ea73cfabb878baf92dc2ad2bda26c31391850d68',
    ],
  },
  'https://w3id.org/security/data-integrity/v2': {
    sha256: [
      '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363',
    ],
    sha384: [
      'a5caef7aea58dff3ac5c1010dbd61157fc7d2889e215778b9add1142470b8882b3169836a731d9586fc51fdc6c368fe0',
    ],
  },
  'https://w3id.org/security/multikey/v1': {
    sha256: [
      'c5f3806f8286920573221938917988a18a4cc5a09e968d29649613c7a1c2b1f6',
    ],
    sha384: [
      '6c79bc36333668d23588835d0769aad0595b42c0cc59a4dd5865c1c4f2bddf14e61589ec8b9c8de64de243db42f33cc4',
    ],
  },
  'https://www.w3.org/ns/credentials/examples/v2': {
    sha256: [
      '57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c',
    ],
    sha384: [
      'ccd35b4135824944a2d1b6f3edd6ee6be45c10dbfb0ba16f966609d58f88ef6ec7b0f387773c042cc60ef4ccfaf0cdba',
    ],
  },
  // The resource that the W3C's own test suite of the data model refers to; its text is held nowhere here.
  'https://w3c.github.io/vc-data-model/related-resource.json': {
    sha256: [
      'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356',
    ],
    sha384: [],
  },
}
