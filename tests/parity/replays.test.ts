// SPDX-License-Identifier: EUPL-1.2
import { describe } from 'vitest'
import { replaysAgree } from './replays.ts'

describe('replaying a recording gives the same trace and the same results in Node and in a browser', () => replaysAgree(50))
