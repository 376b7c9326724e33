// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @dev A period in one word, `until` above `from`: a struct would cost 150 gas more each time a batch is anchored.
type Term is uint256;

using {start, end} for Term global;

/// @dev Packs the period from `from` (included) until `until` (excluded).
function termOf(uint48 from, uint48 until) pure returns (Term) {
    return Term.wrap(uint256(until) << 48 | from);
}

/// @dev First second of the period.
function start(Term term) pure returns (uint48) {
    return uint48(Term.unwrap(term));
}

/// @dev First second after the period.
function end(Term term) pure returns (uint48) {
    return uint48(Term.unwrap(term) >> 48);
}
